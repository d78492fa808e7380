import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ListQuery } from '@/contracts/listing'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { readChangeRequest } from '../change-requests/read-change-request'
import { listEventFamilies } from './list-event-families'
import { proposeEventFamily } from './propose-event-family'

let world: TestContext
let plan: string
let workspace: string
beforeAll(async () => {
  world = await testContext({ role: 'contributor' })
})
afterAll(() => world.drop())
beforeEach(async () => {
  const made = await aPlan(world.ctx)
  plan = made.planId
  workspace = made.workspaceId
  const rule = aRule('Viewed Page', {
    properties: { properties: { type: 'object', properties: { page_id: {} } } },
  })
  await world.ctx.transaction((stores) =>
    stores.rules.writeVersion(plan, {
      ...{ version: 1, at: world.ctx.now(), by: 'T', note: '', changeRequest: null },
      steps: [{ kind: 'add', rule }],
    }),
  )
})

const received = (event: string, properties: object): ReceivedCall => ({
  ...{ planId: plan, sourceId: 'web', sourceName: 'Web', callType: 'track', event, messageId: `m ${event}` },
  ...{ appVersion: '1.0.0', eventVersion: null, at: '2026-01-05T08:30:00.000Z', planned: false },
  shape: { id: 'plain', paths: ['/event string'] },
  mask: () => ({ call: { type: 'track', event, properties: properties as never }, masked: [] }),
})
const record = (...calls: readonly ReceivedCall[]) =>
  world.ctx.transaction(({ traffic }) =>
    traffic.record(calls, { callsPerStratum: 100, receivedAt: world.ctx.now() }, world.ctx.newId),
  )
const reported = (event: string): Occurrence => ({
  ...{ key: `k ${plan} ${event}`, fingerprint: `f ${plan} ${event}`, planId: plan, ruleType: 'TRACK' },
  ...{ ruleKey: event, ruleVersion: null, pointer: '/event', schemaPointer: null, type: 'unplanned-event' },
  ...{ rawType: '', message: '', messageId: `v ${event}`, at: '2026-01-05T08:30:00.000Z' },
  ...{ hour: '2026-01-05T08:00:00.000Z', sourceId: 'web', sourceName: 'Web', appVersion: '', library: '' },
})
const report = (...events: readonly string[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(events.map(reported), { now: world.ctx.now(), newId: world.ctx.newId }),
  )

test('names of recorded traffic and of violations are one family, proposed as one event with its violations', async () => {
  await record(
    received('Viewed Product 123', { color: 'red' }),
    received('Viewed Product 456', { color: 'blue' }),
  )
  await report('Viewed Product 789')
  const { data } = await listEventFamilies(world.ctx, { plan })
  expect(data).toMatchObject([
    {
      ...{
        template: 'Viewed Product {product_id}',
        name: 'Viewed Product',
        isPlanned: false,
        memberCount: 3,
      },
      codeFix: expect.stringContaining('"product_id"'),
    },
  ])
  const { number } = await proposeEventFamily(world.ctx, { plan, template: 'Viewed Product {product_id}' })
  const request = await readChangeRequest(world.ctx, { plan, number })
  expect(request.description).toContain('In the code: Send "Viewed Product"')
  expect(request.edits).toMatchObject([
    {
      key: 'Viewed Product',
      before: null,
      after: {
        properties: {
          properties: { properties: { color: { type: 'string' }, product_id: { type: 'string' } } },
        },
      },
    },
  ])
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId: plan, limit: 5 }, world.ctx.now()),
  )
  expect(violations).toMatchObject([{ status: 'fix-planned', changeRequest: number }])
})

const clock = (hour: number, day = 5) => new Date(Date.UTC(2026, 0, day, hour)).toISOString()

test('names that Segment counted, passed and blocked, are members, and a call that came here too is counted once', async () => {
  world.setNow(clock(12))
  await record(received('Viewed Product 123', {}))
  await report('Viewed Product 789')
  await world.ctx.transaction(async ({ sources }) => {
    const source = { workspaceId: workspace, slug: 's', kind: '', settings: null, destinations: [] }
    const seen = { platform: 'web', enabled: true, seenAt: world.ctx.now() } as const
    await sources.replace(workspace, [
      { ...source, ...seen, id: 'web', name: 'Web', planId: plan },
      { ...source, ...seen, id: 'other', name: 'Other', planId: null },
    ])
    const count = (eventName: string, n: number, more: { hour?: string; eventType?: string } = {}) => ({
      ...{ hour: clock(8), eventType: 'track', eventName, reason: '', appVersion: '', count: n },
      ...more,
    })
    const window = { from: '2025-01-01T00:00:00.000Z', to: clock(12) }
    await sources.recordHours(workspace, 'web', 'volume', window, [
      count('Viewed Product 123', 4),
      count('Viewed Product 123', 3, { hour: clock(9) }),
      count('Viewed Product 888', 9, { eventType: 'screen' }),
      count('Viewed Product 999', 9, { hour: clock(8, -60) }),
    ])
    await sources.recordHours(workspace, 'web', 'blocked', window, [
      { ...count('Viewed Product 456', 5), reason: 'unplanned', appVersion: '1.0.0' },
      { ...count('Viewed Product 456', 1), reason: 'unplanned', appVersion: '2.0.0' },
      count('Viewed Product 789', 2),
    ])
    await sources.recordHours(workspace, 'other', 'volume', window, [count('Viewed Product 777', 9)])
  })
  const { data } = await listEventFamilies(world.ctx, { plan })
  expect(data.map(({ members }) => members)).toEqual([
    [
      { name: 'Viewed Product 123', count: 7 },
      { name: 'Viewed Product 456', count: 6 },
      { name: 'Viewed Product 789', count: 2 },
    ],
  ])
})

test('families come in pages', async () => {
  await record(
    ...['Viewed Product', 'Opened Shelf', 'Closed Door'].flatMap((name) =>
      [1, 2, 3].map((n) => received(`${name} ${n}00`, {})),
    ),
  )
  const templates = async (page: Partial<ListQuery> = {}) => {
    const { data, nextCursor } = await listEventFamilies(world.ctx, { plan, ...page })
    return { names: data.map(({ name }) => name), nextCursor }
  }
  const { names } = await templates()
  expect(names).toHaveLength(3)
  const first = await templates({ limit: 2 })
  expect(first.names).toEqual(names.slice(0, 2))
  expect(await templates({ limit: 2, cursor: first.nextCursor ?? '' })).toEqual({
    names: names.slice(2),
    nextCursor: null,
  })
})

test('an event that is planned gets the property only, and nothing where it has it', async () => {
  await record(received('Viewed Page 123', {}), received('Viewed Page 456', {}))
  const template = 'Viewed Page {page_id}'
  expect((await listEventFamilies(world.ctx, { plan })).data).toMatchObject([{ template, isPlanned: true }])
  expect(await failureOf(proposeEventFamily(world.ctx, { plan, template }))).toMatchObject({
    code: 'wrong-state',
    detail: expect.stringContaining('already'),
  })
})

test('a family that is not seen any more, and somebody who may not propose, are told so', async () => {
  expect(await failureOf(proposeEventFamily(world.ctx, { plan, template: 'x' }))).toMatchObject({
    code: 'stale',
  })
  const viewer = await world.as('viewer')
  expect(await failureOf(proposeEventFamily(viewer, { plan, template: 'x' }))).toMatchObject({
    code: 'not-allowed',
  })
})
