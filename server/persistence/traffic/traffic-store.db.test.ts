import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { shapesPerStratum } from './count-shapes'
import { strataPerDay } from './place-in-strata'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const receivedAt = '2026-01-05T12:00:00.000Z'

const aCall = (planId: string, messageId: string, fields: Partial<ReceivedCall> = {}): ReceivedCall => ({
  planId,
  sourceId: 'web',
  sourceName: 'Web shop',
  callType: 'track',
  event: 'Order Completed',
  appVersion: '1.0.0',
  eventVersion: null,
  messageId,
  at: '2026-01-05T08:30:00.000Z',
  planned: true,
  shape: { id: 'plain', paths: ['/event string'] },
  mask: () => ({ call: { messageId, event: 'Order Completed' }, masked: ['/userId'] }),
  ...fields,
})

const record = (calls: readonly ReceivedCall[], callsPerStratum = 10, at = receivedAt) =>
  world.ctx.transaction(({ traffic }) =>
    traffic.record(calls, { callsPerStratum, receivedAt: at }, world.ctx.newId),
  )

const allOf = (planId: string) =>
  world.ctx.transaction(async ({ traffic }) => ({
    calls: (await traffic.page(planId, { limit: 5_000 })).calls,
    strata: await traffic.strata(planId),
    totals: await traffic.totals(planId, {}),
  }))

const range = (count: number) => Array.from({ length: count }, (_, i) => `message ${i}`)

describe('recorded traffic', () => {
  it('gives back a call as it was handed in, with its weight', async () => {
    const { planId } = await aPlan(world.ctx)
    const call = { messageId: 'one', text: '\ud800 \u2028', properties: { deep: [1, null] } }
    await record([aCall(planId, 'one', { eventVersion: 2, mask: () => ({ call, masked: ['/a~1b'] }) })])
    const { calls } = await allOf(planId)
    expect(calls).toEqual([
      expect.objectContaining({
        planId,
        messageId: 'one',
        eventVersion: 2,
        at: '2026-01-05T08:30:00.000Z',
        weight: 1,
        call,
        masked: ['/a~1b'],
      }),
    ])
  })

  it('keeps as many as it may of each stratum, and counts all', async () => {
    const { planId } = await aPlan(world.ctx)
    await record(range(35).map((id) => aCall(planId, id)))
    await record(range(3).map((id) => aCall(planId, id, { appVersion: '2.0.0' })))
    const { calls, strata, totals } = await allOf(planId)
    expect(strata.map(({ of, received, kept }) => [of?.appVersion, received, kept])).toEqual([
      ['1.0.0', 35, 10],
      ['2.0.0', 3, 3],
    ])
    expect(calls.filter(({ appVersion }) => appVersion === '1.0.0').map(({ weight }) => weight)).toEqual(
      Array.from({ length: 10 }, () => 3.5),
    )
    expect(totals).toEqual({ kept: 13, received: 38 })
  })

  it('masks no call that is not kept', async () => {
    const { planId } = await aPlan(world.ctx)
    let asked = 0
    const mask = () => {
      asked += 1
      return { call: {}, masked: [] }
    }
    for (let i = 0; i < 20; i += 1)
      await record(
        range(50).map((id) => aCall(planId, `${i} ${id}`, { mask })),
        5,
      )
    // 5 of the first 50, then 5/n of each further call on average: about 5 + 5 ln(20) = 20, in batches somewhat more.
    expect(asked).toBeLessThan(100)
  })

  it('keeps the same calls in whatever order, by however many writers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(range(60), { minLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        async (messages, writers) => {
          const [one, other] = [await aPlan(world.ctx), await aPlan(world.ctx)]
          // The plan is part of a stratum's name, so one plan is filled in order and again, emptied, by many.
          await record(range(60).map((id) => aCall(one.planId, id)))
          const before = (await allOf(one.planId)).calls.map(({ messageId }) => messageId).sort()
          await world.ctx.transaction(({ traffic }) => traffic.prune(one.planId, '2026-01-06'))
          const size = Math.ceil(messages.length / (writers * 3))
          const batches = Array.from({ length: writers * 3 }, (_, i) =>
            messages.slice(i * size, (i + 1) * size),
          )
          await Promise.all(batches.map((batch) => record(batch.map((id) => aCall(one.planId, id)))))
          const after = await allOf(one.planId)
          expect(after.calls.map(({ messageId }) => messageId).sort()).toEqual(before)
          expect(after.totals).toEqual({ kept: 10, received: 60 })
          expect((await allOf(other.planId)).calls).toEqual([])
        },
      ),
      { numRuns: 8 },
    )
  })

  it('lets names that nobody planned share a stratum when there are too many', async () => {
    const { planId } = await aPlan(world.ctx)
    const names = range(strataPerDay.unplanned + 30)
    await record(names.map((event) => aCall(planId, event, { event, planned: false })))
    await record([aCall(planId, 'planned')])
    const { strata, totals } = await allOf(planId)
    expect(strata.length).toBe(strataPerDay.unplanned + 2)
    expect(strata.filter(({ of }) => of === null)).toMatchObject([{ received: 30, kept: 10 }])
    expect(totals.received).toBe(names.length + 1)
  })

  it('counts shapes exactly, also of calls that are not kept', async () => {
    const { planId } = await aPlan(world.ctx)
    const shape = (id: string) => ({ shape: { id, paths: [`/${id} string`] } })
    await record(range(30).map((id, i) => aCall(planId, id, shape(i % 3 === 0 ? 'a' : 'b'))))
    await record(range(90).map((id, i) => aCall(planId, `more ${id}`, shape(`rare ${i}`))))
    const shapes = await world.ctx.transaction(({ traffic }) =>
      traffic.shapes(planId, { callType: 'track', event: 'Order Completed' }, 100),
    )
    expect(shapes.slice(0, 3)).toEqual([
      { id: '', paths: [], received: 90 - (shapesPerStratum - 2) },
      { id: 'b', paths: ['/b string'], received: 20 },
      { id: 'a', paths: ['/a string'], received: 10 },
    ])
    expect(shapes.reduce((sum, { received }) => sum + received, 0)).toBe(120)
  })

  it('pages by event and ends', async () => {
    const { planId } = await aPlan(world.ctx)
    await record([
      ...range(7).map((id) => aCall(planId, id)),
      ...range(4).map((id) => aCall(planId, id, { callType: 'identify', event: null })),
    ])
    const read = (after?: string) =>
      world.ctx.transaction(({ traffic }) =>
        traffic.page(planId, { events: [{ callType: 'identify', event: null }], after, limit: 3 }),
      )
    const first = await read()
    expect(first.calls.map(({ callType }) => callType)).toEqual(['identify', 'identify', 'identify'])
    const second = await read(first.next ?? '')
    expect([second.calls.length, second.next]).toEqual([1, null])
  })

  it('drops days that are over with all that belongs to them', async () => {
    const { planId } = await aPlan(world.ctx)
    await record([aCall(planId, 'old')], 10, '2026-01-01T10:00:00.000Z')
    await record([aCall(planId, 'new')])
    expect(await world.ctx.transaction(({ traffic }) => traffic.prune(planId, '2026-01-02'))).toBe(1)
    expect((await allOf(planId)).calls.map(({ messageId }) => messageId)).toEqual(['new'])
  })

  it('knows a message that comes again, also within one batch and from two writers', async () => {
    const key = (digit: string) => digit.repeat(32)
    const ask = (keys: readonly string[]) =>
      world.ctx.transaction(({ traffic }) => traffic.firstReceived(keys, receivedAt))
    expect([...(await ask([key('a'), key('b'), key('a')]))].sort()).toEqual([0, 1])
    expect([...(await ask([key('b'), key('c')]))]).toEqual([1])
    const both = await Promise.all([ask([key('d'), key('e')]), ask([key('e'), key('d')])])
    expect(both.reduce((sum, fresh) => sum + fresh.size, 0)).toBe(2)
    await world.ctx.transaction(({ traffic }) => traffic.forgetReceived('2026-01-06T00:00:00.000Z'))
    expect([...(await ask([key('a')]))]).toEqual([0])
  })
})
