import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { applyEdits } from '../../plan/apply-edits'
import type { Json } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import type { ReplayedCall } from '../../replay/replayed-call'
import { compilePlan } from '../../validation/compile-plan'
import type { BrokenConstraint } from './evidence'
import { suggestFixes } from './suggest-fixes'
import { broken, event, kinds, sent } from './suggest-fixes.cases'
import type { Suggestion } from './suggestion'

const seed = inject('lawSeed')

const anyValue = fc.oneof(
  fc.constantFrom<Json>('a', 'b', 'card', 'N/A', '', null, true, 'x1', 'Y-22'),
  fc.integer({ min: -50, max: 50 }),
  fc.constant<Json>([]),
)
const anyNode = fc.constantFrom<object>(
  { type: 'number' },
  { type: 'string', enum: ['a', 'card'] },
  { type: 'string', maxLength: 1 },
  { type: 'number', minimum: 0, exclusiveMaximum: 10 },
  { type: 'string', pattern: '^[a-z]+$' },
  { type: 'string', format: 'email' },
  { type: 'array', minItems: 1 },
)

describe('laws', () => {
  /** Every violation that the calls hold, with its suggestions. */
  const each = (rules: readonly Rule[], calls: readonly ReplayedCall[]) => {
    const found = new Map<string, BrokenConstraint>()
    for (const { call } of calls)
      for (const { pointer, type, message } of compilePlan(rules).validate(call))
        found.set(`${pointer} ${type}`, broken({ pointer, type, message }))
    return [...found.values()].map((constraint) => ({
      constraint,
      suggestions: suggestFixes(constraint, rules, calls),
    }))
  }
  const worlds = fc.record({
    node: anyNode,
    required: fc.boolean(),
    values: fc.array(fc.option(anyValue, { nil: undefined }), { minLength: 1, maxLength: 12 }),
    extra: fc.boolean(),
  })
  const worldOf = ({
    node,
    required,
    values,
    extra,
  }: typeof worlds extends fc.Arbitrary<infer W> ? W : never) => ({
    rules: [event({ total: node }, required ? { required: ['total'] } : {})],
    calls: values.map((total, i) =>
      sent({ ...(total === undefined ? {} : { total }), ...(extra && i % 2 ? { more: i } : {}) }),
    ),
  })

  test('a suggestion clears what it says, by the real validator', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { rules, calls } = worldOf(world)
        for (const { constraint, suggestions } of each(rules, calls))
          for (const { kind, edits, effect } of suggestions) {
            if (kind === 'fix-in-code' || effect?.is !== 'replayed') continue
            const applied = applyEdits(rules, edits)
            if (!applied.ok) throw new Error('cannot be made')
            const breaks = (side: readonly Rule[]) => {
              const { validate } = compilePlan(side)
              return calls.filter(({ call }) =>
                validate(call).some(
                  ({ pointer, type }) => pointer === constraint.pointer && type === constraint.type,
                ),
              ).length
            }
            expect(effect.broken).toBe(breaks(rules))
            expect(effect.stillBroken.value).toBe(breaks(applied.rules))
            expect(effect.cleared.value).toBe(breaks(rules) - breaks(applied.rules))
          }
      }),
      { seed, numRuns: 25 },
    )
  })

  test('anything is never first where something narrower clears as much, and the order does not hang on the calls’ order', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { rules, calls } = worldOf(world)
        for (const { constraint, suggestions } of each(rules, calls)) {
          const plan = suggestions.filter(({ kind }) => kind !== 'fix-in-code')
          const cleared = ({ effect }: Suggestion) =>
            effect?.is === 'replayed' ? effect.cleared.value - effect.slipping.value : 0
          const [first] = plan
          const rest = plan.filter((one) => one !== first && one.kind !== 'allow-anything')
          if (first?.kind === 'allow-anything')
            expect(rest.every((one) => cleared(one) < cleared(first))).toBe(true)
          const again = suggestFixes(constraint, rules, calls.toReversed())
          expect(new Set(kinds(again))).toEqual(new Set(kinds(suggestions)))
          expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length)
        }
      }),
      { seed, numRuns: 12 },
    )
  })
})
