import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFollowingSource } from '@/testing/a-following-source'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { readSource } from './read-source'

const clock = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString()

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

/** A source of which Segment counted 3 events passed and 1 blocked this hour, and of which one violation arrived here. */
const aCountedSource = async () => {
  world.setNow(clock(8))
  const { workspaceId, planId, sourceId } = await aFollowingSource(world.ctx, [])
  const count = {
    hour: clock(8),
    eventName: 'Order Completed',
    eventType: 'track',
    appVersion: '',
    reason: '',
  }
  const window = { from: clock(0), to: clock(9) }
  await world.ctx.transaction(async ({ sources, violations }) => {
    await sources.recordHours(workspaceId, sourceId, 'volume', window, [{ ...count, count: 3 }])
    await sources.recordHours(workspaceId, sourceId, 'blocked', window, [{ ...count, count: 1 }])
    const broken = anOccurrence(planId, { key: sourceId, sourceId, at: clock(8) })
    await violations.fold([broken], { now: world.ctx.now(), newId: world.ctx.newId })
  })
  return {
    lastDay: async () => (await readSource(world.ctx, { id: sourceId })).lastDay,
    arrived: (route: 'forwarding' | 'collector' | 'import') =>
      world.ctx.transaction(({ routes }) =>
        routes.arrived(workspaceId, [{ sourceId, route, arrivals: 1, lastAt: world.ctx.now() }]),
      ),
  }
}

test('the rate stands violations beside the events that Segment counted', async () => {
  const { arrived, lastDay } = await aCountedSource()
  await arrived('forwarding')
  expect(await lastDay()).toEqual({ volume: 3, blocked: 1, violations: 1, perMillion: 250_000 })
})

test.each(['collector', 'import'] as const)(
  'of a source that Segment counts there is no rate while something came by the %s past Segment, too',
  async (route) => {
    const { arrived, lastDay } = await aCountedSource()
    world.setNow(clock(-17))
    await arrived(route)
    world.setNow(clock(8))
    expect(await lastDay()).toMatchObject({ perMillion: 250_000 })
    await arrived(route)
    expect(await lastDay()).toEqual({ volume: 3, blocked: 1, violations: 1, perMillion: null })
  },
)
