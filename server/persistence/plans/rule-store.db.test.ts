import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rule } from '@/domain/plan/rule'
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
    await write(planId, 1, adding(aRule('Old')))
    await write(planId, 2, [
      { kind: 'rename', from: aRule('Old'), rule: aRule('New', { a: 1 }) },
      ...adding(aRule('Old', { b: 1 })),
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
    await write(planId, 1, adding(aRule('Kept'), aRule('Changed'), aRule('Removed')))
    await write(planId, 2, [
      { kind: 'change', rule: aRule('Changed', { a: 1 }) },
      { kind: 'remove', id: aRule('Removed') },
    ])
    await write(planId, 3, adding(aRule('Added')))
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
    await write(planId, 1, adding(aRule('A', { a: 1 }), aRule('B', { b: 1 })))
    await write(planId, 2, [
      { kind: 'rename', from: aRule('A'), rule: aRule('B', { a: 1 }) },
      { kind: 'rename', from: aRule('B'), rule: aRule('A', { b: 1 }) },
    ])
    expect(await textsAt(planId, 2)).toEqual({ 'TRACK/1/A': '{"b":1}', 'TRACK/1/B': '{"a":1}' })
  })

  it('continue the history of a rule that comes back', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, adding(aRule('A')))
    await write(planId, 2, [{ kind: 'remove', id: aRule('A') }])
    await write(planId, 3, adding(aRule('A', { back: true })))
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
    await write(planId, 1, adding(aRule('A')))
    await expect(
      write(planId, 2, [...adding(aRule('B')), { kind: 'change', rule: aRule('Gone') }]),
    ).rejects.toThrow('Gone')
    expect(await world.ctx.transaction(({ plans }) => plans.find(planId))).toMatchObject({ headVersion: 1 })
    expect(await textsAt(planId, 2)).toEqual({ 'TRACK/1/A': '{}' })
  })

  it('are kept apart by the database itself', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, adding(aRule('A')))
    await expect(write(planId, 2, adding(aRule('A', { twice: true })))).rejects.toThrow(
      'rule_intervals_apart',
    )
    await expect(write(planId, 2, adding(aRule(null, {}, { type: 'TRACK' })))).rejects.toThrow('rule_key')
    const keyless = () => adding(aRule(null, { common: 1 }, { type: 'COMMON' }))
    await expect(write(planId, 2, [...keyless(), ...keyless()])).rejects.toThrow('rule_intervals_apart')
  })

  it('are history: the database refuses to rewrite them', async () => {
    const { planId } = await aPlan(world.ctx)
    await write(planId, 1, adding(aRule('A')))
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
    await write(planId, 1, adding(...many))
    expect(await world.ctx.transaction(({ rules }) => rules.countAt(planId, 1))).toBe(2_000)
  })
})

describe('a stored rule', () => {
  it('comes back as received, whatever is in it', async () => {
    const { planId } = await aPlan(world.ctx)
    const text =
      '{"z":1, "a":12345678901234567890,"__proto__":{"x":1},"description":"a\\u0000b\\ud800","enum":["\\u0000"]}'
    await write(planId, 1, adding(aRule('Odd', text)))
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
      adding(
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
