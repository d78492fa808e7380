import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { searchPlans } from './search-plans'

let world: TestContext

beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

test('events and properties come best first, over all plans', async () => {
  const { planId } = await aPlan(world.ctx)
  const event = (key: string, ...names: readonly string[]) =>
    aRule(key, {
      type: 'object',
      properties: { properties: { properties: Object.fromEntries(names.map((name) => [name, {}])) } },
    })
  const rules = [
    event('Order', 'total'),
    event('Order Refunded', 'order'),
    event('Preorder Placed', 'order', 'reorder'),
  ]
  await world.ctx.transaction((stores) =>
    stores.rules.writeVersion(planId, {
      version: 1,
      at: world.ctx.now(),
      by: 'Test',
      note: '',
      changeRequest: null,
      steps: rules.map((rule) => ({ kind: 'add' as const, rule })),
    }),
  )
  const first = await searchPlans(world.ctx, { q: 'order', limit: 3 })
  expect(first.data.map(({ kind, name, rank }) => [kind, name, rank])).toEqual([
    ['event', 'Order', 0],
    ['property', 'order', 0],
    ['event', 'Order Refunded', 1],
  ])
  expect(first.data[1]).toMatchObject({
    count: 2,
    rules: [{ key: 'Order Refunded' }, { key: 'Preorder Placed' }],
  })
  const rest = await searchPlans(world.ctx, { q: 'order', limit: 3, cursor: first.nextCursor ?? '' })
  expect(rest.data.map(({ name }) => name)).toEqual(['Preorder Placed', 'reorder'])
  expect(rest.nextCursor).toBeNull()
  expect((await searchPlans(world.ctx, { q: ' ', limit: 3 })).data).toEqual([])
})

test('all rules of a plan are looked at, however many answer', async () => {
  const { planId } = await aPlan(world.ctx)
  const rules = Array.from({ length: 620 }, (_, i) =>
    aRule(`Basket ${i}`, {
      properties: { properties: { properties: { basket_id: {}, [`basket_${i}`]: {} } } },
    }),
  )
  await world.ctx.transaction((stores) =>
    stores.rules.writeVersion(planId, {
      ...{ version: 1, at: world.ctx.now(), by: 'Test', note: '', changeRequest: null },
      steps: rules.map((rule) => ({ kind: 'add' as const, rule })),
    }),
  )
  const { data } = await searchPlans(world.ctx, { q: 'basket_id', limit: 5 })
  expect(data).toMatchObject([{ kind: 'property', name: 'basket_id', count: 620 }])
  expect(data[0]).toMatchObject({ rules: { length: 10 } })
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page = await searchPlans(world.ctx, {
      q: 'basket',
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    })
    found.push(...page.data.map(({ kind, name }) => `${kind} ${name}`))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(found).toHaveLength(2 * 620 + 1)
  expect(new Set(found).size).toBe(found.length)
})
