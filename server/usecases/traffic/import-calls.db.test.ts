import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testMessageId } from '@/domain/sources/test-message'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { aFollowingSource } from '@/testing/a-following-source'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { importCalls } from './import-calls'
import { pruneTraffic } from './prune-traffic'

let world: TestContext

beforeAll(async () => {
  await ensureThread(process.cwd())
  world = await testContext()
})
afterAll(() => world.drop())

const schema = {
  properties: { properties: { properties: { price: { type: 'number' }, note: {} }, required: ['price'] } },
}

const aSource = async () => {
  const rule = aRule('Seat Reserved', schema)
  const { planId, sourceId: source } = await aFollowingSource(world.ctx, [rule])
  return { planId, source }
}

const call = (messageId: string, properties: object = { price: 1 }, more: object = {}) => ({
  type: 'track',
  event: 'Seat Reserved',
  userId: 'u1',
  messageId,
  timestamp: '2026-01-04T10:00:00.000Z',
  properties,
  ...more,
})
const ndjson = (...calls: readonly object[]) => calls.map((one) => JSON.stringify(one)).join('\n')

const send = (of: { planId: string; source: string }, file: string, format: 'ndjson' | 'csv' = 'ndjson') =>
  importCalls(world.ctx, { plan: of.planId, source: of.source, file, format, line: 1 })

const keptOf = (planId: string) =>
  world.ctx.transaction(async ({ traffic, violations }) => ({
    calls: (await traffic.page(planId, { limit: 100 })).calls,
    totals: await traffic.totals(planId, {}),
    violations: (await violations.page({ planId, limit: 10 }, world.ctx.now())).violations,
  }))

describe('a file of calls', () => {
  it('is judged, masked, recorded and counted, and its bad lines are told', async () => {
    const of = await aSource()
    const personal = call('m-2', { price: 'twelve', note: 'mail jane@acme.com' })
    const file = `${ndjson(call('m-1'), personal)}\n{"half\n${ndjson(call('', {}), call(testMessageId('1')))}`
    expect(await send(of, file)).toEqual({
      records: 5,
      taken: 2,
      duplicates: 0,
      late: 0,
      broken: 1,
      notJudged: 0,
      violations: 1,
      refused: 3,
      refusals: [
        { line: 3, reason: 'The line is no JSON.' },
        { line: 4, reason: expect.stringContaining('messageId') },
        { line: 5, reason: expect.stringContaining('test of a route') },
      ],
    })
    const kept = await keptOf(of.planId)
    expect(kept.totals).toEqual({ kept: 2, received: 2 })
    expect(kept.violations).toMatchObject([{ pointer: '/properties/price', type: 'invalid-type', count: 1 }])
    expect(kept.calls.map(({ at }) => at)).toEqual(['2026-01-04T10:00:00.000Z', '2026-01-04T10:00:00.000Z'])
    expect(JSON.stringify(kept.calls)).not.toContain('jane@acme')
  })

  it('counts a call once, however often and however much later its file comes', async () => {
    const of = await aSource()
    const file = ndjson(call('m-1', {}), call('m-1', {}), call('m-2'))
    expect(await send(of, file)).toMatchObject({ taken: 2, duplicates: 1, violations: 1 })
    const begun = world.ctx.now()
    try {
      world.setNow('2026-02-07T00:00:00.000Z')
      await pruneTraffic(world.ctx)
      expect(await send(of, file)).toMatchObject({ taken: 0, duplicates: 3, violations: 0 })
      world.setNow('2026-02-20T00:00:00.000Z')
      await pruneTraffic(world.ctx)
      expect(await send(of, file)).toMatchObject({ taken: 0, duplicates: 0, late: 3 })
    } finally {
      world.setNow(begun)
    }
  })

  it('may be CSV, with columns for places', async () => {
    const of = await aSource()
    const file = `type,event,messageId,userId,timestamp,properties.price
track,Seat Reserved,m-1,u,2026-01-04T10:00:00Z,12.5
track,Seat Reserved,m-2,u,2026-01-04T10:00:00Z,dear
track,Seat Reserved,m-3,,2026-01-04T10:00:00Z,1
`
    expect(await send(of, file, 'csv')).toMatchObject({
      taken: 2,
      broken: 1,
      refusals: [{ line: 4, reason: expect.stringContaining('no_user_anon_id') }],
    })
  })

  it('of many calls counts each', async () => {
    const of = await aSource()
    const calls = Array.from({ length: 1_201 }, (_, i) => call(`m-${i}`, i % 3 === 0 ? {} : { price: i }))
    expect(await send(of, ndjson(...calls))).toMatchObject({ taken: 1_201, broken: 401, violations: 401 })
    expect((await keptOf(of.planId)).totals).toMatchObject({ received: 1_201 })
  })

  it('is for those who may, and of a source that follows the plan', async () => {
    const of = await aSource()
    const other = await aPlan(world.ctx)
    const asked = { ...of, plan: of.planId, file: ndjson(call('m-1')), format: 'ndjson' as const, line: 1 }
    expect(await failureOf(importCalls(await world.as('viewer'), asked))).toMatchObject({
      code: 'not-allowed',
    })
    expect(await failureOf(importCalls(world.ctx, { ...asked, source: 'nobody' }))).toMatchObject({
      code: 'invalid-input',
    })
    expect(await failureOf(send({ ...of, planId: other.planId }, asked.file))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'source' }],
    })
  })
})
