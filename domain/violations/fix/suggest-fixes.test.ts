import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import { applyEdits } from '../../plan/apply-edits'
import type { Json } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import type { ReplayedCall } from '../../replay/replayed-call'
import { compilePlan } from '../../validation/compile-plan'
import type { BrokenConstraint } from './evidence'
import { suggestFixes } from './suggest-fixes'
import type { ReplayedEffect, Suggestion } from './suggestion'

const seed = inject('lawSeed')

const event = (properties: object, more: object = {}) =>
  aRule('Order Completed', { properties: { properties: { type: 'object', properties, ...more } } })

let made = 0
const sent = (properties: Json, more: Partial<ReplayedCall> = {}, context: object = {}): ReplayedCall => {
  made += 1
  return {
    ...{ event: 'Order Completed', sourceId: 'web', sourceName: 'Web shop', appVersion: '5.0.0' },
    ...{ messageId: `m${made}`, at: '2026-01-05T08:30:00.000Z', masked: [], weight: 1 },
    call: { type: 'track', event: more.event ?? 'Order Completed', properties, context: context as Json },
    stratum: `s ${more.appVersion ?? ''}`,
    ...more,
  }
}
const times = (count: number, one: (i: number) => ReplayedCall) =>
  Array.from({ length: count }, (_, i) => one(i))

const broken = (set: Partial<BrokenConstraint>): BrokenConstraint => ({
  ...{ ruleType: 'TRACK', key: 'Order Completed', version: null, pointer: '/properties/total' },
  ...{ type: 'invalid-type', message: 'Invalid type. Expected: number, given: string' },
  ...{ sources: [{ name: 'Web shop', count: 3 }], appVersions: [{ version: '5.0.0', count: 3 }] },
  ...set,
})
const kinds = (suggestions: readonly Suggestion[]) => suggestions.map(({ kind }) => kind)
const effectOf = (suggestions: readonly Suggestion[], kind: string): ReplayedEffect => {
  const found = suggestions.find((one) => one.kind === kind)?.effect
  if (found?.is !== 'replayed') throw new Error(`${kind} was not replayed`)
  return found
}
const schemaAfter = (suggestions: readonly Suggestion[], kind: string) => {
  const after = suggestions.find((one) => one.kind === kind)?.edits[0]?.after ?? 'null'
  return JSON.parse(after).properties.properties
}

const number = event({ total: { type: 'number' } })

describe('a value of another type', () => {
  test('null: it may be null, and nothing more; anything comes last', () => {
    const found = suggestFixes(
      broken({}),
      [number],
      times(10, (i) => sent({ total: i < 4 ? null : i })),
    )
    expect(kinds(found)).toEqual(['allow-null', 'allow-anything', 'fix-in-code'])
    expect(schemaAfter(found, 'allow-null').properties.total).toEqual({ type: ['number', 'null'] })
    expect(effectOf(found, 'allow-null')).toMatchObject({
      ...{ judged: 10, broken: 4, uncertain: 0 },
      cleared: { value: 4 },
      stillBroken: { value: 0 },
      slipping: { value: 0 },
      newlyBroken: { value: 0 },
    })
  })

  test('texts and null: what clears most comes first, each with what stays', () => {
    const calls = [...times(8, (i) => sent({ total: `about ${i}` })), sent({ total: null })]
    const found = suggestFixes(broken({}), [number], calls)
    expect(kinds(found)).toEqual(['widen-type', 'widen-type', 'allow-anything', 'allow-null', 'fix-in-code'])
    expect(effectOf(found, 'allow-null')).toMatchObject({ cleared: { value: 1 }, stillBroken: { value: 8 } })
  })

  test('numbers in quotes: the code is to be mended, and the plan may give way', () => {
    const found = suggestFixes(
      broken({}),
      [number],
      times(6, (i) => sent({ total: `${i}.50` })),
    )
    expect(kinds(found)[0]).toBe('fix-in-code')
    expect(found[0]).toMatchObject({
      title: 'Send “total” as a number',
      detail: expect.stringContaining('0.50'),
    })
    expect(kinds(found)).toContain('widen-type')
  })

  test('placeholders slip through what takes texts, and are told', () => {
    const calls = [
      ...times(5, (i) => sent({ total: `about ${i}` })),
      sent({ total: 'N/A' }),
      sent({ total: '' }),
    ]
    const found = suggestFixes(broken({}), [number], calls)
    expect(effectOf(found, 'widen-type')).toMatchObject({
      cleared: { value: 7 },
      slipping: { value: 2 },
      slippingExamples: ['N/A', ''],
    })
  })

  test('what is caught for another reason as well slips through what takes anything', () => {
    const rule = event({ total: { type: 'number', minimum: 0, maxLength: 3 } })
    const found = suggestFixes(broken({}), [rule], [sent({ total: 'long text' }), sent({ total: 'ab' })])
    expect(effectOf(found, 'allow-anything').slipping.value).toBe(1)
  })

  test('without recorded calls, taking anything is not first where another kind of value clears all', () => {
    const text = event({ total: { type: 'string', pattern: '^o-' } })
    const found = suggestFixes(
      broken({ message: 'Invalid type. Expected: string, given: integer' }),
      [text],
      [],
    )
    expect(kinds(found).slice(0, 2)).toEqual(['widen-type', 'allow-anything'])
  })

  test('without recorded calls the report is gone by, and marked', () => {
    const found = suggestFixes(broken({}), [number], [])
    expect(found.map(({ kind, effect }) => [kind, effect])).toEqual([
      ['widen-type', { is: 'inferred', outcome: 'cleared' }],
      ['allow-anything', { is: 'inferred', outcome: 'cleared' }],
      ['fix-in-code', null],
    ])
    expect(found.at(-1)?.places).toEqual([
      { source: 'Web shop', appVersion: '5.0.0', library: '', from: '', calls: 3 },
    ])
  })
})

describe('a value that is not on the list', () => {
  const rule = event({ method: { type: 'string', enum: ['card', 'cash'] } })
  const constraint = broken({ pointer: '/properties/method', type: 'enum', message: 'must be one of' })

  test('is added where it is sent again and again, and other spellings and one-offs are not', () => {
    const calls = [
      ...times(60, () => sent({ method: 'swish' })),
      ...times(3, () => sent({ method: 'Card' })),
      ...times(3, () => sent({ method: 'undefined' })),
      sent({ method: 'asdf' }),
    ]
    const found = suggestFixes(constraint, [rule], calls)
    expect(kinds(found)).toEqual(['add-enum-values', 'allow-anything', 'fix-in-code'])
    expect(schemaAfter(found, 'add-enum-values').properties.method.enum).toEqual(['card', 'cash', 'swish'])
    expect(effectOf(found, 'add-enum-values')).toMatchObject({
      cleared: { value: 60 },
      stillBroken: { value: 7 },
      slipping: { value: 0 },
    })
    expect(effectOf(found, 'allow-anything').slipping.value).toBe(7)
  })

  test('in another spelling is mended in the code', () => {
    const found = suggestFixes(
      constraint,
      [rule],
      times(5, () => sent({ method: 'CARD' })),
    )
    expect(kinds(found)[0]).toBe('fix-in-code')
    expect(kinds(found)).not.toContain('add-enum-values')
    expect(found[0]?.title).toBe('Spell “method” as the plan does')
  })
})

describe('what is missing', () => {
  const rule = event({ total: { type: 'number' } }, { required: ['total'] })
  const constraint = broken({ type: 'required', message: 'properties.total is required' })

  test('need not be sent, or is to be sent by the code, with the place', () => {
    const context = { library: { name: 'analytics.js', version: '2.0' }, page: { path: '/checkout' } }
    const calls = [...times(3, () => sent({}, {}, context)), sent({ total: 1 })]
    const found = suggestFixes(constraint, [rule], calls)
    expect(kinds(found)).toEqual(['make-optional', 'fix-in-code'])
    expect(found[1]).toMatchObject({
      title: 'Send “total” (number)',
      places: [
        { source: 'Web shop', appVersion: '5.0.0', library: 'analytics.js 2.0', from: '/checkout', calls: 3 },
      ],
    })
  })

  test('in newer apps only: a new version of the event is offered, judged as if they sent it', () => {
    const calls = [
      ...times(20, () => sent({ total: 1 }, { appVersion: '4.9.0' })),
      ...times(5, () => sent({}, { appVersion: '5.0.0' })),
      ...times(5, () => sent({}, { appVersion: '5.1.0' })),
    ]
    const found = suggestFixes(constraint, [rule], calls)
    const versioned = found.find(({ kind }) => kind === 'new-version')
    expect(versioned).toMatchObject({
      title: 'New version 2 of “Order Completed” for apps from 5.0.0',
      fromAppVersion: '5.0.0',
      edits: [{ version: 2, before: null }],
    })
    expect(effectOf(found, 'new-version')).toMatchObject({
      cleared: { value: 10 },
      newlyBroken: { value: 0 },
    })
  })

  test('in older apps only: it ends by itself', () => {
    const calls = [
      ...times(4, () => sent({}, { appVersion: '4.9.0' })),
      ...times(4, () => sent({ total: 1 }, { appVersion: '5.0.0' })),
    ]
    const [first] = suggestFixes(constraint, [rule], calls)
    expect(first).toMatchObject({
      kind: 'fix-in-code',
      detail: expect.stringContaining('Apps from 5.0.0 send it right'),
    })
  })
})

describe('what nobody planned', () => {
  const unplanned = broken({ type: 'unplanned-property', pointer: '/properties/coupon', message: '' })

  test('a property is added with what its values look like, narrowest first', () => {
    const calls = times(30, (i) => sent({ total: 1, coupon: i % 2 ? 'SUMMER' : 'WINTER' }))
    const found = suggestFixes(unplanned, [number], calls)
    expect(kinds(found)).toEqual(['add-property', 'add-property', 'allow-anything', 'fix-in-code'])
    expect(schemaAfter(found, 'add-property').properties.coupon).toEqual({
      type: 'string',
      enum: ['SUMMER', 'WINTER'],
    })
  })

  test('a property in another spelling is mended in the code', () => {
    const found = suggestFixes(
      broken({ ...unplanned, pointer: '/properties/Total' }),
      [number],
      times(3, () => sent({ Total: 1 })),
    )
    expect(found[0]).toMatchObject({ kind: 'fix-in-code', title: 'Send “total” instead of “Total”' })
  })

  test('a property inside a list is added where it stands', () => {
    const list = event({
      items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    })
    const found = suggestFixes(
      broken({ ...unplanned, pointer: '/properties/items/*/size' }),
      [list],
      times(3, () => sent({ items: [{ sku: 'a', size: 4 }] })),
    )
    expect(effectOf(found, 'add-property')).toMatchObject({
      cleared: { value: 3 },
      stillBroken: { value: 0 },
    })
  })

  test('an event is added with the properties that are sent', () => {
    const constraint = broken({ type: 'unplanned-event', key: 'Cart Viewed', pointer: '/event', message: '' })
    const calls = times(6, (i) => sent({ total: i, note: i === 0 ? 'n/a' : 7 }, { event: 'Cart Viewed' }))
    const found = suggestFixes(constraint, [number], calls)
    expect(kinds(found)).toEqual(['add-event', 'fix-in-code'])
    expect(schemaAfter(found, 'add-event')).toMatchObject({
      properties: { total: { type: 'number' }, note: { type: 'number' } },
    })
    // The placeholder is still caught, for its type.
    expect(effectOf(found, 'add-event')).toMatchObject({ cleared: { value: 6 }, valid: { value: 5 } })
  })
})

describe('limits, patterns and formats', () => {
  test.each<[string, object, Json[], BrokenConstraint['type'], object]>([
    [
      'a range',
      { type: 'number', minimum: 10, maximum: 20 },
      [1, 5, 12],
      'range',
      { minimum: 1, maximum: 20 },
    ],
    ['an open end', { type: 'number', exclusiveMinimum: 0 }, [0, 1], 'range', { minimum: 0 }],
    ['a length', { type: 'string', maxLength: 3 }, ['abcd', 'a😀cde'], 'length', { maxLength: 5 }],
    ['items', { type: 'array', minItems: 1 }, [[]], 'items', { minItems: 0 }],
    [
      'a pattern',
      { type: 'string', pattern: '^\\d+$' },
      ['SE-12', 'DE-345'],
      'pattern',
      { pattern: '(?:^\\d+$)|(?:^[A-Z]{2}-[0-9]{2,3}$)' },
    ],
  ])('%s is widened by no more than is sent', (_what, schema, values, type, expected) => {
    const found = suggestFixes(
      broken({ type, message: '' }),
      [event({ total: schema })],
      values.map((total) => sent({ total })),
    )
    const [first] = found
    expect(first?.kind).not.toBe('allow-anything')
    expect(schemaAfter(found, first?.kind ?? '').properties.total).toMatchObject(expected)
    expect(first?.effect).toMatchObject({ stillBroken: { value: 0 } })
  })

  test('outliers stay violations where the first of two ways leaves them', () => {
    const rule = event({ total: { type: 'number', maximum: 100 } })
    const calls = [...times(200, (i) => sent({ total: 101 + (i % 50) })), sent({ total: 9e15 })]
    const found = suggestFixes(broken({ type: 'range', message: '' }), [rule], calls)
    expect(schemaAfter(found, 'widen-range').properties.total.maximum).toBe(150)
    expect(found[0]?.effect).toMatchObject({ stillBroken: { value: 1 } })
  })
})

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
