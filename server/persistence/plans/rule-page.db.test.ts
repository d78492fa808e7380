import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ruleKey } from '@/domain/plan/rule-id'
import type { RuleStep } from '@/server/ports/rule-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { adding, writeRules } from '@/testing/write-rules'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const write = (planId: string, version: number, steps: readonly RuleStep[]) =>
  writeRules(world.ctx, planId, version, steps)

describe('a page of rules', () => {
  it('goes through all of them in order, none twice', async () => {
    const { planId } = await aPlan(world.ctx)
    const all = [
      ...['b', 'B', 'a', 'Ä', '', '10', '9'].map((key) => aRule(key, {}, key === '' ? { type: 'PAGE' } : {})),
      aRule('a', {}, { version: 2 }),
      aRule(null, {}, { type: 'COMMON' }),
      aRule(null, {}, { type: 'IDENTIFY' }),
    ]
    await write(planId, 1, adding(...all))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const at = cursor
      const page = await world.ctx.transaction(({ rules }) =>
        rules.page(planId, { version: 1, limit: 3, ...(at && { cursor: at }) }),
      )
      seen.push(...page.rules.map(ruleKey))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const whole = await world.ctx.transaction(({ rules }) => rules.ofVersion(planId, 1))
    expect(seen).toEqual(whole.map(ruleKey))
    expect(seen).toHaveLength(all.length)
  })

  it('finds text in key, description, property names and labels, and takes % and _ as they are', async () => {
    const { planId } = await aPlan(world.ctx)
    const withProperty = (name: string) => ({ properties: { properties: { properties: { [name]: {} } } } })
    await write(
      planId,
      1,
      adding(
        aRule('Cart 100% Full'),
        aRule('Cart 100 Full'),
        aRule('Seen', { description: 'the CART' }),
        aRule('Sold', withProperty('cart_id')),
        aRule('Labelled', { labels: { team: 'Checkout' } }),
      ),
    )
    const find = async (search: string) =>
      (
        await world.ctx.transaction(({ rules }) => rules.page(planId, { version: 1, search, limit: 10 }))
      ).rules.map(({ key }) => key)
    expect(await find('cart')).toEqual(['Cart 100 Full', 'Cart 100% Full', 'Seen', 'Sold'])
    expect(await find('100%')).toEqual(['Cart 100% Full'])
    expect(await find('t_i')).toEqual(['Sold'])
    expect(await find('\\')).toEqual([])
    expect(await find('checkout')).toEqual(['Labelled'])
    expect(await find('team')).toEqual(['Labelled'])
  })

  it('of a search begins with what is called so, over all pages', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(
      planId,
      1,
      adding(
        aRule('Account Opened', { description: 'Before the first order' }),
        aRule('Cart Ordered'),
        aRule('Order Completed'),
        aRule('Ordered Again', {}, { version: 2 }),
        aRule('order', {}, { type: 'PAGE' }),
      ),
    )
    const seen: (string | null)[] = []
    let cursor: string | undefined
    do {
      const at = cursor
      const page = await world.ctx.transaction(({ rules }) =>
        rules.page(planId, { version: 1, search: 'order', limit: 2, ...(at && { cursor: at }) }),
      )
      seen.push(...page.rules.map(({ key }) => key))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(['Order Completed', 'Ordered Again', 'order', 'Cart Ordered', 'Account Opened'])
  })

  it.each([
    'nonsense',
    'eyJ9',
    Buffer.from('[0,"TRACK","a",1]').toString('base64url'),
    Buffer.from('[0,1,"a\\u0000",1]').toString('base64url'),
  ])('refuses the cursor %s', async (cursor) => {
    await expect(
      world.ctx.transaction(({ rules }) => rules.page('any', { version: 1, limit: 1, cursor })),
    ).rejects.toMatchObject({ failure: { code: 'malformed' } })
  })
})
