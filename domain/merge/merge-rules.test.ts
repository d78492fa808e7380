import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { mergeRules } from './merge-rules'

const rule = (schema: Json) => aRule('A', JSON.stringify(schema))
const merge = (base: Json, ours: Json, theirs: Json) => {
  const { rules, conflicts } = mergeRules({ base: [rule(base)], ours: [rule(ours)], theirs: [rule(theirs)] })
  return { schema: rules[0]?.jsonSchema, conflicts: conflicts.map(({ schemaPointer }) => schemaPointer) }
}
const text = { type: 'string' }

describe('mergeRules', () => {
  test.each(['constructor', 'toString', 'valueOf'])(
    'a keyword that is called %s is one like any other',
    (name) => {
      const of = (value: Json): Json => ({ [name]: value })
      expect(merge({}, of(1), {})).toEqual({ schema: of(1), conflicts: [] })
      expect(merge(of(0), of(1), of(2)).conflicts).toEqual([`/${name}`])
    },
  )

  test.each<[string, Json, Json, Json, Json]>([
    [
      'two properties',
      { properties: {} },
      { properties: { a: text } },
      { properties: { b: text } },
      { properties: { a: text, b: text } },
    ],
    [
      'description beside type',
      { properties: { a: text } },
      { properties: { a: { ...text, description: 'x' } } },
      { properties: { a: { type: 'number' } } },
      { properties: { a: { type: 'number', description: 'x' } } },
    ],
    [
      'enum additions',
      { enum: ['a'] },
      { enum: ['a', 'b'] },
      { enum: ['c', 'a'] },
      { enum: ['a', 'b', 'c'] },
    ],
    [
      'enum removal and addition',
      { enum: ['a', 'b'] },
      { enum: ['a'] },
      { enum: ['a', 'b', 'c'] },
      { enum: ['a', 'c'] },
    ],
    [
      'labels',
      { labels: { a: '1', b: '1' } },
      { labels: { a: '2', b: '1' } },
      { labels: { a: '1', c: '3' } },
      { labels: { a: '2', c: '3' } },
    ],
    [
      'required of both',
      { required: [] },
      { required: ['a'] },
      { required: ['b'] },
      { required: ['a', 'b'] },
    ],
    [
      'types of both',
      text,
      { type: ['string', 'null'] },
      { type: ['string', 'number'] },
      { type: ['string', 'null', 'number'] },
    ],
    [
      'two limits of one type',
      text,
      { ...text, minLength: 1 },
      { ...text, pattern: 'a' },
      { ...text, minLength: 1, pattern: 'a' },
    ],
    [
      'inside a list',
      { items: { properties: {} } },
      { items: { properties: { a: text } } },
      { items: { properties: { b: text } } },
      { items: { properties: { a: text, b: text } } },
    ],
    [
      'another spelling is no edit',
      { type: ['string'] },
      { type: 'string' },
      { type: ['string'], title: 'x' },
      { type: ['string'], title: 'x' },
    ],
  ])('%s go together', (_name, base, ours, theirs, merged) =>
    expect(merge(base, ours, theirs)).toEqual({ schema: merged, conflicts: [] }),
  )

  test.each<[string, Json, Json, Json, string]>([
    ['two descriptions', { description: 'a' }, { description: 'b' }, { description: 'c' }, '/description'],
    [
      'a removal and an edit',
      { properties: { a: text } },
      { properties: {} },
      { properties: { a: { type: 'number' } } },
      '/properties/a',
    ],
    [
      'a removal and a new requirement',
      { properties: { a: text } },
      { properties: {} },
      { properties: { a: text }, required: ['a'] },
      '/properties/a',
    ],
    [
      'a type and its pattern',
      { properties: { a: text } },
      { properties: { a: { type: 'number' } } },
      { properties: { a: { ...text, pattern: 'x' } } },
      '/properties/a',
    ],
    ['two other types', text, { type: 'number' }, { type: 'boolean' }, '/type'],
    ['two combinations', { anyOf: [true] }, { anyOf: [true, text] }, { anyOf: [text] }, '/anyOf'],
    ['both sides of one bound', { minimum: 1 }, { minimum: 2 }, { exclusiveMinimum: 1 }, ''],
    [
      'one name added twice',
      { properties: {} },
      { properties: { a: text } },
      { properties: { a: { type: 'null' } } },
      '/properties/a',
    ],
  ])('%s collide', (_name, base, ours, theirs, pointer) =>
    expect(merge(base, ours, theirs).conflicts).toEqual([pointer]),
  )

  test('a rule that one side removes and the other edits is a conflict of the whole rule', () => {
    const { conflicts } = mergeRules({ base: [rule({})], ours: [], theirs: [rule({ title: 'x' })] })
    expect(conflicts).toMatchObject([{ pointer: '', schemaPointer: '', base: {}, theirs: { title: 'x' } }])
  })

  test('a conflict names the place in the message', () => {
    const plan = (description: string) =>
      rule({ properties: { properties: { properties: { 'a/b': { description } } } } })
    const { conflicts } = mergeRules({ base: [plan('1')], ours: [plan('2')], theirs: [plan('3')] })
    expect(conflicts[0]?.pointer).toBe('/properties/a~1b')
  })

  test('a resolution takes one side', () => {
    const sides = {
      base: [rule({ title: 'a' })],
      ours: [rule({ title: 'b' })],
      theirs: [rule({ title: 'c' })],
    }
    const { rules, conflicts } = mergeRules({ ...sides, resolve: () => 'theirs' })
    expect([rules[0]?.jsonSchema, conflicts]).toEqual([{ title: 'c' }, []])
  })

  const schema = fc.letrec<{ node: Json }>((tie) => ({
    node: fc.record(
      {
        type: fc.constantFrom('string', 'number', 'object', ['string', 'null']),
        description: fc.constantFrom('a', 'b'),
        enum: fc.subarray(['a', 'b', 1, null], { minLength: 1 }),
        required: fc.subarray(['p', 'q']),
        minimum: fc.constantFrom(1, 2),
        pattern: fc.constantFrom('a', 'b'),
        anyOf: fc.constantFrom<Json>([true], [{ type: 'null' }]),
        properties: fc.dictionary(fc.constantFrom('p', 'q', '__proto__', 'a/b'), tie('node'), {
          maxKeys: 2,
        }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Json>,
  })).node
  const plan: fc.Arbitrary<Rule[]> = fc
    .uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), schema), { selector: ([key]) => key, maxLength: 3 })
    .map((pairs) => pairs.map(([key, one]) => aRule(key, JSON.stringify(one))))
  const hashes = (rules: readonly Rule[]) => rules.map(({ key, hash }) => `${key} ${hash}`).sort()

  test('laws: an untouched side gives the other, equal sides give themselves', () => {
    fc.assert(
      fc.property(plan, plan, (b, x) => {
        for (const [ours, theirs] of [
          [x, b],
          [b, x],
          [x, x],
        ] as const) {
          const merged = mergeRules({ base: b, ours, theirs })
          expect(merged.conflicts).toEqual([])
          expect(hashes(merged.rules)).toEqual(hashes(x))
        }
      }),
    )
  })

  test('laws: symmetric up to sides', () => {
    fc.assert(
      fc.property(plan, plan, plan, (base, ours, theirs) => {
        const [one, other] = [
          mergeRules({ base, ours, theirs }),
          mergeRules({ base, ours: theirs, theirs: ours }),
        ]
        const places = (merged: typeof one) =>
          merged.conflicts.map((c) => `${c.rule.key} ${c.schemaPointer}`).sort()
        expect(places(one)).toEqual(places(other))
        if (one.conflicts.length === 0) expect(hashes(one.rules)).toEqual(hashes(other.rules))
      }),
    )
  })

  test('laws: without conflicts, merging again what one side holds changes nothing', () => {
    fc.assert(
      fc.property(plan, plan, plan, (base, ours, theirs) => {
        const merged = mergeRules({ base, ours, theirs })
        if (merged.conflicts.length > 0) return
        for (const side of [ours, theirs]) {
          const again = mergeRules({ base, ours: merged.rules, theirs: side })
          expect(again.conflicts).toEqual([])
          expect(hashes(again.rules)).toEqual(hashes(merged.rules))
        }
      }),
    )
  })
})
