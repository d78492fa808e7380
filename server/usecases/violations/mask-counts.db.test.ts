import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFollowingSource } from '@/testing/a-following-source'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { maskCounts } from './mask-counts'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const told = (eventName: string, count: number, eventType = 'track', appVersion = '') => ({
  ...{ hour: '2026-01-05T08:00:00.000Z', reason: '', appVersion },
  ...{ eventType, eventName, count },
})

test('names as they were sent lose what is personal and are one count then; those that the plan has stay', async () => {
  const { planId } = await aFollowingSource(world.ctx, [
    aRule('Support +46 70 123 45 67'),
    aRule('Help jane@acme.com', {}, { type: 'SCREEN' }),
  ])
  const masked = await world.ctx.transaction((stores) =>
    maskCounts(stores, planId, [
      told('Viewed jane@acme.com', 2),
      told('Order Completed', 5, 'track', 'jane@acme.com'),
      told('Viewed john@acme.com', 3),
      told('Support +46 70 123 45 67', 7),
      told('Help jane@acme.com', 11, 'screen'),
      told('Help jane@acme.com', 13),
    ]),
  )
  expect(masked.map(({ eventName, appVersion, count }) => [eventName, appVersion, count])).toEqual([
    ['Viewed xxxx@xxxx.com', '', 5],
    ['Order Completed', 'xxxx@xxxx.com', 5],
    ['Support +46 70 123 45 67', '', 7],
    ['Help jane@acme.com', '', 11],
    ['Help xxxx@xxxx.com', '', 13],
  ])
})
