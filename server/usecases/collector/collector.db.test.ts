import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Analytics } from '@segment/analytics-node'
import { describe, expect, it } from 'vitest'
import type { Context } from '@/server/ports/context'
import { listLiveCalls } from '../live/list-live-calls'
import { listLiveSources } from '../live/list-live-sources'
import { createEndpoint } from '../violations/create-endpoint'
import { deleteEndpoint } from '../violations/delete-endpoint'
import { listEndpoints } from '../violations/list-endpoints'
import { rotateEndpoint } from '../violations/rotate-endpoint'
import { collector } from './collector'
import {
  aSource,
  port,
  post,
  properties,
  rule,
  seat,
  seatTwo,
  trafficOf,
  violationsOf,
  withCollector,
  world,
} from './collector.cases'

withCollector()

describe('the collector', () => {
  it('takes what @segment/analytics-node sends, unchanged, and judges it', async () => {
    const { planId, writeKey } = await aSource([seat, seatTwo])
    const errors: unknown[] = []
    const analytics = new Analytics({ writeKey, host: `http://127.0.0.1:${port}`, flushAt: 4 })
    analytics.on('error', (error) => errors.push(error))
    analytics.track({ userId: 'u1', event: 'Seat Reserved', properties: { price: 12 } })
    analytics.track({ userId: 'u1', event: 'Seat Reserved', properties: { price: 'twelve' } })
    analytics.track({
      userId: 'u1',
      event: 'Seat Reserved',
      properties: { price: 'twelve' },
      context: { app: { version: '4.2.0' }, protocols: { event_version: 2 } } as object,
    })
    analytics.identify({ userId: 'u1', traits: { plan: 'pro' } })
    analytics.page({ userId: 'u1', name: 'Home' })
    analytics.track({ anonymousId: 'a1', event: 'Seat reserved' })
    await analytics.closeAndFlush()
    expect(errors).toEqual([])
    expect((await violationsOf(planId)).sort()).toEqual([
      ['Seat Reserved', 'invalid-type', '/properties/price', 1],
      ['Seat reserved', 'unplanned-event', '/event', 1],
    ])
    const { strata, totals } = await trafficOf(planId)
    expect(totals).toEqual({ kept: 6, received: 6 })
    expect(
      strata.map(({ of }) => `${of?.callType} ${of?.event} ${of?.appVersion} ${of?.eventVersion}`).sort(),
    ).toEqual([
      'identify null  null',
      'page Home  null',
      'track Seat Reserved  null',
      'track Seat Reserved 4.2.0 2',
      'track Seat reserved  null',
    ])
  })

  it('counts a call that is sent again once, in whatever request', async () => {
    const { planId, writeKey } = await aSource([seat])
    const call = { type: 'track', event: 'Seat Reserved', userId: 'u', messageId: 'm1', properties: {} }
    await post('batch', { writeKey, batch: [call, call] })
    await Promise.all([post('t', { writeKey, ...call }), post('t', { writeKey, ...call })])
    expect(await violationsOf(planId)).toEqual([['Seat Reserved', 'required', '/properties/price', 1]])
    expect((await trafficOf(planId)).totals).toEqual({ kept: 1, received: 1 })
  })

  it('takes the write key from the password-less user, from the body, and text and gzip as well as JSON', async () => {
    const { planId, writeKey } = await aSource([seat])
    const call = (messageId: string) => ({ event: 'Nobody Planned', anonymousId: 'a', messageId })
    const basic = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`
    const gzipped = await promisify(gzip)(JSON.stringify({ writeKey, ...call('c') }))
    const answers = [
      await post('track', call('a'), { authorization: basic, 'content-type': 'application/json' }),
      await post('t', { writeKey, ...call('b') }, { 'content-type': 'text/plain' }),
      await post('t', gzipped, { 'content-encoding': 'gzip' }),
    ]
    expect(answers).toEqual(answers.map(() => ({ status: 200, answer: { success: true } })))
    expect(await violationsOf(planId)).toEqual([['Nobody Planned', 'unplanned-event', '/event', 3]])
    const told = await world.ctx.transaction(({ violations }) =>
      violations.page({ planId, limit: 1 }, world.ctx.now()),
    )
    // Segment has no word for it: it never saw the call.
    expect(told.violations.map(({ rawType }) => rawType)).toEqual([''])
  })

  it('answers as Segment does to what it does not take', async () => {
    const { planId, writeKey } = await aSource([seat])
    const ok = { status: 200, answer: { success: true } }
    expect(await post('track', { writeKey: 'nobody', event: 'A', userId: 'u' })).toEqual(ok)
    expect(await post('track', { writeKey, event: 'Seat Reserved', properties: {} })).toEqual(ok)
    expect(await post('batch', { writeKey, batch: [] })).toEqual(ok)
    expect((await post('track', 'not JSON')).status).toBe(400)
    expect((await post('track', { writeKey, event: 'x'.repeat(33_000), userId: 'u' })).status).toBe(400)
    const bomb = await promisify(gzip)(Buffer.alloc(50_000_000))
    expect((await post('batch', bomb, { 'content-encoding': 'gzip' })).status).toBe(400)
    expect((await post('nothing', {})).status).toBe(404)
    expect(await violationsOf(planId)).toEqual([])
    expect((await trafficOf(planId)).totals.received).toBe(0)
  })

  it('lets settings of the source take away what the common rule would not take', async () => {
    const common = rule('COMMON', null, properties({}, { required: ['city'] }))
    const blocked = await aSource([seat, common], { track: { allowUnplannedEvents: false } })
    const allowed = await aSource([seat, common])
    for (const { writeKey } of [blocked, allowed])
      await post('track', { writeKey, event: 'Unplanned', userId: 'u', properties: {} })
    expect(await violationsOf(blocked.planId)).toEqual([['Unplanned', 'unplanned-event', '/event', 1]])
    expect((await violationsOf(allowed.planId)).length).toBe(2)
  })

  it('gives browsers the settings that they ask for, which name nothing of the plan', async () => {
    const { writeKey } = await aSource([seat])
    const response = await fetch(`http://127.0.0.1:${port}/v1/projects/${writeKey}/settings`)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({
      integrations: { 'Segment.io': { apiKey: writeKey, apiHost: 'localhost:3000/v1', protocol: 'http' } },
    })
    expect(text).not.toContain('Seat Reserved')
    expect((await fetch(`http://127.0.0.1:${port}/v1/projects/nobody/settings`)).status).toBe(404)
  })

  it('knows a write key no longer than its endpoint', async () => {
    const { endpointId, planId, writeKey } = await aSource([seat])
    const rotated = await rotateEndpoint(world.ctx, { id: endpointId })
    expect(rotated.writeKey).toMatch(/^[A-Za-z0-9]{32}$/)
    const send = (key: string | undefined, event: string) =>
      post('track', { writeKey: key, event, userId: 'u' })
    await send(writeKey, 'Old key')
    await send(rotated.writeKey, 'New key')
    expect(await violationsOf(planId)).toEqual([['New key', 'unplanned-event', '/event', 1]])
    await deleteEndpoint(world.ctx, { id: endpointId })
  })

  it('asks to come again when too much waits, and takes nothing of it', async () => {
    const { planId, writeKey } = await aSource([seat])
    const full = collector(world.ctx, { items: 0 })
    const body = Buffer.from(JSON.stringify({ writeKey, event: 'Seat Reserved', userId: 'u' }))
    const answer = await full.answer({
      method: 'POST',
      path: ['track'],
      authorization: null,
      contentEncoding: null,
      body: async () => body,
    })
    expect(answer).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } })
    expect(await violationsOf(planId)).toEqual([])
  })

  it('counts what waits to be judged against its bound, too', async () => {
    const { writeKey } = await aSource([seat])
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const judge = async (...given: Parameters<Context['calls']['judge']>) => {
      await held
      return world.ctx.calls.judge(...given)
    }
    const busy = collector({ ...world.ctx, calls: { ...world.ctx.calls, judge } }, { items: 1 })
    const body = Buffer.from(JSON.stringify({ writeKey, event: 'Seat Reserved', userId: 'u' }))
    const send = () =>
      busy.answer({
        method: 'POST',
        path: ['t'],
        authorization: null,
        contentEncoding: null,
        body: async () => body,
      })
    const both = [send(), send()]
    expect(await Promise.race(both)).toMatchObject({ status: 429 })
    letGo()
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 429])
    expect(await send()).toMatchObject({ status: 200 })
  })

  it('shows calls in the debugger as they come: newest first, what came since, and the violation of each', async () => {
    const { endpointId, sourceId, writeKey } = await aSource([seat])
    const viewer = await world.as('viewer')
    const send = (event: string, more: object) => post('t', { writeKey, event, ...more })
    await send('Seat Reserved', { userId: 'jane@acme.com', properties: { price: 'x' } })
    await send('Seat Reserved', { properties: { price: 1 } })
    const { calls } = await listLiveCalls(viewer, { id: endpointId })
    expect(calls).toMatchObject([
      { verdict: 'refused', reason: 'no_user_anon_id', breaches: [] },
      {
        verdict: 'invalid',
        ruleVersion: 1,
        masked: ['/userId'],
        breaches: [{ type: 'invalid-type', pointer: '/properties/price', violation: expect.any(String) }],
      },
    ])
    expect(JSON.stringify(calls)).not.toContain('jane')
    await send('Seat Reserved', { userId: 'u', properties: { price: 1 } })
    const since = await listLiveCalls(viewer, { id: endpointId, after: calls[0]?.id })
    expect(since.calls).toMatchObject([{ verdict: 'valid', event: 'Seat Reserved' }])
    // Of another key of the same source.
    const other = await createEndpoint(world.ctx, { kind: 'events', source: sourceId })
    await post('t', {
      writeKey: other.writeKey,
      event: 'Seat Reserved',
      userId: 'u',
      properties: { price: 2 },
    })
    const both = (await listLiveCalls(viewer, { id: endpointId })).calls.map(({ keyEnding }) => keyEnding)
    expect(both).toEqual([other.writeKey?.slice(-4), ...[1, 2, 3].map(() => writeKey.slice(-4))])
    expect((await listEndpoints(world.ctx)).data.find(({ id }) => id === other.id)).toMatchObject({
      keyEnding: other.writeKey?.slice(-4),
      ...{ source: sourceId, sourceName: 'Web shop' },
    })
    const sourceOf = async (who: Context) =>
      (await listLiveSources(who)).data.find(({ id }) => id === endpointId)
    expect(await sourceOf(viewer)).toMatchObject({
      source: { name: 'Web shop' },
      writeKey: null,
      keyEnding: writeKey.slice(-4),
    })
    expect(await sourceOf(world.ctx)).toMatchObject({ writeKey })
  })

  it('shows no more than a person can read, and says how many it left out', async () => {
    const { endpointId, writeKey } = await aSource([seat])
    const call = (i: number) => ({ type: 'track', event: `Event ${i}`, userId: 'u' })
    await post('batch', { writeKey, batch: Array.from({ length: 50 }, (_, i) => call(i)) })
    world.setNow('2026-01-05T09:00:01.000Z')
    await post('t', { writeKey, ...call(50) })
    const { calls } = await listLiveCalls(world.ctx, { id: endpointId })
    expect([calls.length, calls[0]?.event, calls[0]?.skipped]).toEqual([21, 'Event 50', 30])
  })

  it('shows what comes by a quiet write key beside a busy one of the same source', async () => {
    const { endpointId, sourceId, writeKey: busy } = await aSource([seat])
    const { writeKey: quiet = '' } = await createEndpoint(world.ctx, { kind: 'events', source: sourceId })
    const call = { type: 'track', userId: 'u' }
    const batch = Array.from({ length: 50 }, (_, i) => ({ ...call, event: `Event ${i}` }))
    await post('batch', { writeKey: busy, batch })
    await post('t', { writeKey: quiet, ...call, event: 'Quiet' })
    const { calls } = await listLiveCalls(world.ctx, { id: endpointId, key: quiet.slice(-4) })
    expect(calls).toMatchObject([{ event: 'Quiet', skipped: 0 }])
    expect((await listLiveCalls(world.ctx, { id: endpointId })).calls).toHaveLength(21)
  })

  it('judges others when a schema does not come to an end', async () => {
    const endless = rule('TRACK', 'Endless', {
      properties: { properties: { $ref: '#/definitions/a' } },
      definitions: {
        a: { anyOf: Array.from({ length: 40 }, () => ({ items: { $ref: '#/definitions/a' } })) },
      },
    })
    const { planId, writeKey } = await aSource([seat, endless])
    let nested: unknown = 1
    for (let i = 0; i < 8; i += 1) nested = Array.from({ length: 3 }, () => nested)
    const call = (event: string, messageId: string) => ({
      type: 'track',
      event,
      messageId,
      userId: 'u',
      properties: event === 'Endless' ? { list: nested } : {},
    })
    const batch = [call('Seat Reserved', 'a'), call('Endless', 'b'), call('Seat Reserved', 'c')]
    expect((await post('batch', { writeKey, batch })).status).toBe(200)
    expect(await violationsOf(planId)).toContainEqual(['Seat Reserved', 'required', '/properties/price', 2])
    expect((await trafficOf(planId)).totals.received).toBe(3)
  })
})
