import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { keepArrivalDays } from '../arrivals/keep-arrival-days'
import { countBoard } from './count-board'

let world: TestContext
let sent = 0

beforeAll(async () => {
  world = await testContext({ role: 'viewer' })
})
afterAll(() => world.drop())

/** Violations that had happened long before the day they come. */
const comeLate = (planId: string, sourceId: string, day: string, count: number) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(
      Array.from({ length: count }, () =>
        anOccurrence(planId, { key: `${++sent}`, sourceId, at: '2025-01-05T08:30:00.000Z' }),
      ),
      { now: `${day}T12:00:00.000Z`, newId: world.ctx.newId },
    ),
  )

test('what came too late is counted by source over its days, for a month, and for the plan and source asked for', async () => {
  const { planId } = await aPlan(world.ctx)
  const { planId: other } = await aPlan(world.ctx)
  await comeLate(planId, 'ios', '2026-01-30', 1)
  await comeLate(planId, 'ios', '2026-02-27', 2)
  await comeLate(planId, 'kiosk', '2026-02-28', 1)
  await comeLate(other, 'ios', '2026-02-28', 7)
  world.setNow('2026-03-01T12:00:00.000Z')
  const late = async (filter: { readonly source?: string; readonly plan?: string }) =>
    (await countBoard(world.ctx, filter)).late

  await keepArrivalDays(world.ctx)
  const ios = { source: { id: 'ios', name: 'ios' }, count: 3, lastDay: '2026-02-27' }
  const kiosk = { source: { id: 'kiosk', name: 'kiosk' }, count: 1, lastDay: '2026-02-28' }
  expect(await late({ plan: planId })).toEqual([ios, kiosk])
  expect(await late({ plan: planId, source: 'kiosk' })).toEqual([kiosk])
  world.setNow('2026-03-02T12:00:00.000Z')
  expect(await late({ plan: planId, source: 'ios' })).toEqual([{ ...ios, count: 2 }])
  expect(await late({ plan: other })).toMatchObject([{ count: 7 }])
})
