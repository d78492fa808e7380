import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { RuleType } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { spelling } from '@/domain/violations/fix/dirty-value'
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

describe('rules that are looked up', () => {
  it('are named without being read: track events, and properties of any of them', async () => {
    const { planId } = await aPlan(world.ctx)
    const having = (...names: string[]) => ({
      properties: { properties: { properties: Object.fromEntries(names.map((each) => [each, {}])) } },
    })
    await write(planId, 1, [
      ...adding(
        aRule('A', having('x', 'y')),
        aRule('A', having('x'), { version: 2 }),
        aRule('B', having('z')),
      ),
      ...adding(aRule('S', having('s'), { type: 'SCREEN' })),
    ])
    await write(planId, 2, [{ kind: 'remove', id: aRule('B') }])
    const named = await world.ctx.transaction(({ rules }) => rules.plannedNames(planId, 2))
    expect([named.events, [...named.properties].sort()]).toEqual([['A'], ['s', 'x', 'y']])
  })

  it('are those of a version that judge calls of some names', async () => {
    const { planId } = await aPlan(world.ctx)
    const screen = (key: string | null) => aRule(key, {}, { type: 'SCREEN' })
    await write(planId, 1, adding(aRule('A'), aRule('B'), aRule('A', {}, { version: 2 }), screen('')))
    await write(planId, 2, [
      { kind: 'remove', id: aRule('A') },
      { kind: 'rename', from: screen(''), rule: screen('A') },
      ...adding(aRule(null, {}, { type: 'COMMON' }), screen(null)),
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
    await write(planId, 1, adding(...planned.map((key) => aRule(key))))
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
