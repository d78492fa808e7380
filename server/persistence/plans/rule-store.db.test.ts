import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Rule, RuleType } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { spelling } from '@/domain/violations/fix/dirty-value'
import type { RuleStep } from '@/server/ports/rule-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const write = (planId: string, version: number, steps: readonly RuleStep[]) =>
  world.ctx.transaction(({ rules }) =>
    rules.writeVersion(planId, {
      version,
      at: world.ctx.now(),
      by: 'Test',
      note: '',
      changeRequest: null,
      steps,
    }),
  )

const add = (...rules: Rule[]) => rules.map((rule): RuleStep => ({ kind: 'add', rule }))

const textsAt = async (planId: string, version: number) =>
  Object.fromEntries(
    (await world.ctx.transaction(({ rules }) => rules.ofVersion(planId, version))).map((rule) => [
      ruleKey(rule),
      rule.schemaText,
    ]),
  )

type Rules = ReadonlyMap<string, Rule>
type Move = { readonly kind: 'put' | 'remove' | 'rename'; readonly key: string; readonly to: string }

const name = fc.constantFrom('A', 'B', 'C', 'D')
const moves = fc.array(
  fc.record<Move>({ kind: fc.constantFrom('put', 'remove', 'rename'), key: name, to: name }),
  { maxLength: 4 },
)

/** The steps that the moves come to on this state, each name touched once, and the state after them. */
const advance = (state: Rules, given: readonly Move[], index: number) => {
  const steps: RuleStep[] = []
  const after = new Map(state)
  const touched = new Set<string>()
  for (const move of given) {
    const names = move.kind === 'rename' ? [move.key, move.to] : [move.key]
    const step = names.some((key) => touched.has(key))
      ? null
      : stepOf(state, move, { index, on: steps.length })
    if (!step) continue
    for (const key of names) touched.add(key)
    steps.push(step)
    if (step.kind !== 'add') after.delete(move.key)
    if (step.kind !== 'remove') after.set(step.rule.key ?? '', step.rule)
  }
  return { steps, after }
}

const stepOf = (state: Rules, { kind, key, to }: Move, content: object): RuleStep | null => {
  const stood = state.get(key)
  if (kind === 'put') return { kind: stood ? 'change' : 'add', rule: aRule(key, content) }
  if (!stood) return null
  if (kind === 'remove') return { kind: 'remove', id: stood }
  return state.has(to) ? null : { kind: 'rename', from: stood, rule: aRule(to, content) }
}

describe('versions as intervals', () => {
  it('read back as they were written, whatever the steps (law)', async () => {
    const law = fc.asyncProperty(fc.array(moves, { minLength: 1, maxLength: 6 }), async (history) => {
      const { planId } = await aPlan(world.ctx)
      const expected: Record<string, string>[] = []
      let state: Rules = new Map()
      for (const [index, given] of history.entries()) {
        const { steps, after } = advance(state, given, index)
        await write(planId, index + 1, steps)
        state = after
        expected.push(Object.fromEntries([...state.values()].map((rule) => [ruleKey(rule), rule.schemaText])))
      }
      for (const [index, rules] of expected.entries()) expect(await textsAt(planId, index + 1)).toEqual(rules)
    })
    await fc.assert(law, { numRuns: 40 })
  })

  it('keep one lineage through a rename, and give a newcomer of the old name another', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('Old')))
    await write(planId, 2, [
      { kind: 'rename', from: aRule('Old'), rule: aRule('New', { a: 1 }) },
      ...add(aRule('Old', { b: 1 })),
    ])
    const [renamed, newcomer] = await world.ctx.transaction(async ({ rules }) => [
      await rules.find(planId, 2, aRule('New')),
      await rules.find(planId, 2, aRule('Old')),
    ])
    const history = await world.ctx.transaction(({ rules }) => rules.history(planId, renamed?.lineage ?? ''))
    expect(history.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['New', 2, null],
      ['Old', 1, 2],
    ])
    expect(newcomer?.lineage).not.toBe(renamed?.lineage)
  })

  it('tell what went and what came between two versions, either way round', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('Kept'), aRule('Changed'), aRule('Removed')))
    await write(planId, 2, [
      { kind: 'change', rule: aRule('Changed', { a: 1 }) },
      { kind: 'remove', id: aRule('Removed') },
    ])
    await write(planId, 3, add(aRule('Added')))
    const between = async (from: number, to: number) => {
      const { gone, come } = await world.ctx.transaction(({ rules }) => rules.between(planId, from, to))
      return [gone, come].map((rules) => rules.map(({ key, schemaText }) => `${key} ${schemaText}`))
    }
    const [old, now] = [
      ['Changed {}', 'Removed {}'],
      ['Added {}', 'Changed {"a":1}'],
    ]
    expect(await between(1, 3)).toEqual([old, now])
    expect(await between(3, 1)).toEqual([now, old])
    expect(await between(2, 2)).toEqual([[], []])
  })

  it('let two rules swap their names', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('A', { a: 1 }), aRule('B', { b: 1 })))
    await write(planId, 2, [
      { kind: 'rename', from: aRule('A'), rule: aRule('B', { a: 1 }) },
      { kind: 'rename', from: aRule('B'), rule: aRule('A', { b: 1 }) },
    ])
    expect(await textsAt(planId, 2)).toEqual({ 'TRACK/1/A': '{"b":1}', 'TRACK/1/B': '{"a":1}' })
  })

  it('continue the history of a rule that comes back', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('A')))
    await write(planId, 2, [{ kind: 'remove', id: aRule('A') }])
    await write(planId, 3, add(aRule('A', { back: true })))
    const rule = await world.ctx.transaction(({ rules }) => rules.find(planId, 3, aRule('A')))
    const history = await world.ctx.transaction(({ rules }) => rules.history(planId, rule?.lineage ?? ''))
    expect(history.map(({ from, to }) => [from, to])).toEqual([
      [3, null],
      [1, 2],
    ])
  })

  it('follow each other without a gap', async () => {
    const { planId } = await aPlan(world.ctx)
    await expect(write(planId, 2, [])).rejects.toThrow('does not follow the head')
    await write(planId, 1, [])
    await expect(write(planId, 1, [])).rejects.toThrow('does not follow the head')
  })

  it('refuse a step on a rule that does not stand, and leave nothing behind', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('A')))
    await expect(
      write(planId, 2, [...add(aRule('B')), { kind: 'change', rule: aRule('Gone') }]),
    ).rejects.toThrow('Gone')
    expect(await world.ctx.transaction(({ plans }) => plans.find(planId))).toMatchObject({ headVersion: 1 })
    expect(await textsAt(planId, 2)).toEqual({ 'TRACK/1/A': '{}' })
  })

  it('are kept apart by the database itself', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('A')))
    await expect(write(planId, 2, add(aRule('A', { twice: true })))).rejects.toThrow('rule_intervals_apart')
    await expect(write(planId, 2, add(aRule(null, {}, { type: 'TRACK' })))).rejects.toThrow('rule_key')
    const keyless = () => add(aRule(null, { common: 1 }, { type: 'COMMON' }))
    await expect(write(planId, 2, [...keyless(), ...keyless()])).rejects.toThrow('rule_intervals_apart')
  })

  it('are history: the database refuses to rewrite them', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, add(aRule('A')))
    await write(planId, 2, [{ kind: 'change', rule: aRule('A', { b: 1 }) }])
    const client = new Client({ connectionString: world.databaseUrl })
    await client.connect()
    for (const change of [
      `schema_text = '{}'`,
      'to_version = 9 where to_version is not null',
      `key = 'B', to_version = 9`,
    ])
      await expect(client.query(`update rule set ${change}`)).rejects.toThrow('history')
    await client.end()
  })

  it('take 2,000 rules in one transaction', async () => {
    const { planId } = await aPlan(world.ctx)
    const properties = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`property_${i}`, { type: 'string' }]),
    )
    const many = Array.from({ length: 2_000 }, (_, i) =>
      aRule(`Event ${i}`, { properties: { properties: { properties } } }),
    )
    await write(planId, 1, add(...many))
    expect(await world.ctx.transaction(({ rules }) => rules.countAt(planId, 1))).toBe(2_000)
  })
})

describe('a stored rule', () => {
  it('comes back as received, whatever is in it', async () => {
    const { planId } = await aPlan(world.ctx)
    const text =
      '{"z":1, "a":12345678901234567890,"__proto__":{"x":1},"description":"a\\u0000b\\ud800","enum":["\\u0000"]}'
    await write(planId, 1, add(aRule('Odd', text)))
    const rule = await world.ctx.transaction(({ rules }) => rules.find(planId, 1, aRule('Odd')))
    expect(rule?.schemaText).toBe(text)
    expect(rule?.hash).toBe(aRule('Odd', text).hash)
    expect(rule?.description).toBe('ab\ufffd')
  })

  it('knows what the catalog asks', async () => {
    const { planId } = await aPlan(world.ctx)
    const schema = {
      description: 'Bought',
      labels: { team: 'shop', odd: 7 },
      properties: {
        properties: { properties: { total: {}, currency: {}, __proto__x: {} }, required: ['total', 1] },
      },
    }
    const traits = { properties: { traits: { properties: { email: {} }, required: ['email'] } } }
    await write(
      planId,
      1,
      add(
        aRule('Order Completed', schema),
        aRule(null, traits, { type: 'IDENTIFY' }),
        aRule('Defective', '{"properties":3,"labels":[],"required":true}'),
      ),
    )
    const [order, defective, identify] = await world.ctx
      .transaction(({ rules }) => rules.ofVersion(planId, 1))
      .then((rules) => [rules[1], rules[0], rules[2]])
    expect(order).toMatchObject({
      description: 'Bought',
      labels: { team: 'shop' },
      propertyNames: ['total', 'currency', '__proto__x'],
      requiredCount: 1,
    })
    expect(identify).toMatchObject({ propertyNames: ['email'], requiredCount: 1 })
    expect(defective).toMatchObject({ description: '', labels: {}, propertyNames: [], requiredCount: 0 })
    expect(defective?.defectCount).toBeGreaterThan(0)
  })
})

describe('a page of rules', () => {
  it('goes through all of them in order, none twice', async () => {
    const { planId } = await aPlan(world.ctx)
    const all = [
      ...['b', 'B', 'a', 'Ä', '', '10', '9'].map((key) => aRule(key, {}, key === '' ? { type: 'PAGE' } : {})),
      aRule('a', {}, { version: 2 }),
      aRule(null, {}, { type: 'COMMON' }),
      aRule(null, {}, { type: 'IDENTIFY' }),
    ]
    await write(planId, 1, add(...all))
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
      add(
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
      add(
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

describe('rules that are looked up', () => {
  it('are named without being read: track events, and properties of any of them', async () => {
    const { planId } = await aPlan(world.ctx)
    const having = (...names: string[]) => ({
      properties: { properties: { properties: Object.fromEntries(names.map((each) => [each, {}])) } },
    })
    await write(planId, 1, [
      ...add(aRule('A', having('x', 'y')), aRule('A', having('x'), { version: 2 }), aRule('B', having('z'))),
      ...add(aRule('S', having('s'), { type: 'SCREEN' })),
    ])
    await write(planId, 2, [{ kind: 'remove', id: aRule('B') }])
    const named = await world.ctx.transaction(({ rules }) => rules.plannedNames(planId, 2))
    expect([named.events, [...named.properties].sort()]).toEqual([['A'], ['s', 'x', 'y']])
  })

  it('are those of a version that judge calls of some names', async () => {
    const { planId } = await aPlan(world.ctx)
    const screen = (key: string | null) => aRule(key, {}, { type: 'SCREEN' })
    await write(planId, 1, add(aRule('A'), aRule('B'), aRule('A', {}, { version: 2 }), screen('')))
    await write(planId, 2, [
      { kind: 'remove', id: aRule('A') },
      { kind: 'rename', from: screen(''), rule: screen('A') },
      ...add(aRule(null, {}, { type: 'COMMON' }), screen(null)),
    ])
    const judging = async (version: number, type: RuleType, ...keys: string[]) =>
      (await world.ctx.transaction(({ rules }) => rules.judging(planId, version, { type, keys }))).map(
        ruleKey,
      )
    expect(await judging(1, 'TRACK', 'A', 'C')).toEqual(['TRACK/1/A', 'TRACK/2/A'])
    expect(await judging(1, 'SCREEN', 'A')).toEqual([])
    expect(await judging(2, 'TRACK', 'A')).toEqual(['TRACK/2/A', 'COMMON/1'])
    expect(await judging(2, 'SCREEN', 'A')).toEqual(['SCREEN/1', 'SCREEN/1/A', 'COMMON/1'])
    expect(await judging(2, 'COMMON')).toEqual(['COMMON/1'])
  })

  it('hold every name that is another spelling (law)', async () => {
    const { planId } = await aPlan(world.ctx)
    const letter = fc.constantFrom(
      ...'aZkKsSiIx09',
      '\u212a',
      '\u0130',
      'i\u0307',
      'é',
      'É',
      'Σ',
      'ς',
      '漢',
      '😀',
    )
    const between = fc.constantFrom('', '', ' ', '_', '-', '.', '\u00a0', '\n', '__')
    const names = fc.sample(
      fc
        .array(fc.tuple(letter, between), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.flat().join('')),
      { numRuns: 120, seed: inject('lawSeed') },
    )
    const planned = [
      ...new Set([...names, ...names.map(recased), ...names.map((each) => each.toLowerCase())]),
    ]
    await write(planId, 1, add(...planned.map((key) => aRule(key))))
    const spelt = new Map<string, string[]>()
    for (const key of planned) spelt.set(spelling(key), [...(spelt.get(spelling(key)) ?? []), key])
    expect([...spelt.values()].filter((same) => same.length > 1).length).toBeGreaterThan(50)
    await world.ctx.transaction(async ({ rules }) => {
      for (const key of planned) {
        const found = await rules.namesAlike(planId, 1, { type: 'TRACK', key })
        const expected = (spelt.get(spelling(key)) ?? []).filter((other) => other !== key)
        expect(found).toEqual(expect.arrayContaining(expected))
        expect(found).not.toContain(key)
      }
    })
  })
})

const recased = (name: string): string =>
  [...name].map((each, i) => (i % 2 === 0 ? each.toUpperCase() : ` ${each.toLowerCase()}`)).join('')
