import { describe, expect, it } from 'vitest'
import { ExactNumber } from '../plan/exact-json'
import type { Json } from '../plan/json'
import { compileSchema } from '../validation/compile-schema'
import { compare } from './compare'
import { compareExact } from './compare-exact'
import { keywordCases } from './keywords.cases'
import { relationOf } from './relation'

const accepts = (schema: Json, value: Json): boolean | undefined => {
  const compiled = compileSchema(schema)
  return compiled.ok ? compiled.validate(value) : undefined
}

describe('draft-07, keyword by keyword', () => {
  it.each(keywordCases)(
    '$keyword: $schemas.0 and $schemas.1',
    ({ schemas: [first, second], forth, back }) => {
      expect([compare(first, second).verdict, compare(second, first).verdict]).toEqual([forth, back])
    },
  )

  it('shows for every break a value that the whole schemas accept and refuse', () => {
    // The validator takes no whole schema of another draft, or with a defect; those are checked in part.
    const draftSeven = keywordCases.filter(({ keyword }) => !/draft-0[34]|defect/.test(keyword))
    for (const { schemas } of draftSeven)
      for (const [old, next] of [schemas, [schemas[1], schemas[0]] as const]) {
        const found = compare(old, next)
        if (found.verdict !== 'breaking') continue
        expect([accepts(old, found.witness), accepts(next, found.witness)]).toEqual([true, false])
      }
  })
})

describe('planned names', () => {
  const event = (properties: Json, more = {}): Json => ({
    type: 'object',
    properties: { context: {}, properties: { type: 'object', properties, ...more } },
    required: ['properties'],
  })
  const planned = (old: Json, next: Json) => compare(old, next, { plannedNames: true }).verdict

  it('lets a plan add an optional property', () => {
    const [old, next] = [event({ a: {} }), event({ a: {}, b: { type: 'string' } })]
    expect([planned(old, next), compare(old, next).verdict]).toEqual(['safe', 'breaking'])
  })

  it('lets a plan close itself, and notices when that shuts out a planned name', () => {
    const closed = { additionalProperties: false }
    expect(planned(event({ a: {} }), event({ a: {} }, closed))).toBe('safe')
    expect(planned(event({ a: {}, b: {} }), event({ a: {} }, closed))).toBe('breaking')
  })

  it('still refuses a new required property and a narrower type', () => {
    expect(planned(event({ a: {} }), event({ a: {}, b: {} }, { required: ['b'] }))).toBe('breaking')
    expect(planned(event({ a: {} }), event({ a: { type: 'string' } }))).toBe('breaking')
  })

  it('takes a name for planned whichever part of the schema speaks of it', () => {
    const split: Json = { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }
    expect(planned(split, { properties: { b: { type: 'string' } } })).toBe('breaking')
    expect(planned(split, { properties: { c: { type: 'string' } } })).toBe('safe')
  })

  it('leaves open what plans no names, and what says that others may come', () => {
    expect(planned(event({}), { properties: { context: { properties: { ip: { type: 'string' } } } } })).toBe(
      'breaking',
    )
    const open: Json = { properties: { a: {} }, additionalProperties: { type: 'number' } }
    expect(planned(open, { properties: { b: { type: 'string' } } })).toBe('breaking')
  })
})

describe('hostile schemas', () => {
  const nested = (depth: number): Json => (depth === 0 ? {} : { properties: { a: nested(depth - 1) } })
  const fork = (depth: number): Json =>
    depth === 0
      ? { type: 'string' }
      : { oneOf: [fork(depth - 1), { not: fork(depth - 1) }, { minLength: depth }] }
  const bomb = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `d${i}`,
      {
        allOf: [
          { $ref: `#/definitions/d${i + 1}` },
          { properties: { [`p${i}`]: { $ref: `#/definitions/d${i + 1}` } } },
        ],
      },
    ]),
  )
  const cases: [string, Json, Json][] = [
    ['deep nesting', nested(5000), { type: 'string' }],
    ['a huge enum', { enum: Array.from({ length: 200_000 }, (_, i) => i) }, { type: 'string' }],
    [
      'a large enum',
      { enum: Array.from({ length: 20_000 }, (_, i) => `v${i}`) },
      { enum: Array.from({ length: 19_999 }, (_, i) => `v${i}`) },
    ],
    ['forking oneOf', fork(9), { ...(fork(8) as object), maxLength: 3 }],
    [
      'references that double',
      { definitions: { ...bomb, d40: {} }, $ref: '#/definitions/d0' },
      { minProperties: 1 },
    ],
    ['a reference to itself', { anyOf: [{ $ref: '#' }, { $ref: '#' }] }, { type: 'string' }],
    ['an exponential pattern', { pattern: '^(a|a)*(a|a)*b.{40}$' }, { pattern: '^(a?){60}a{60}$' }],
    ['a pattern with many states', { pattern: '(a|b)*a(a|b){30}$' }, { pattern: '(a|b)*b(a|b){30}$' }],
    ['names of inherited things', { required: ['valueOf', '__proto__'] }, { const: { valueOf: 1 } }],
  ]

  it.each(cases)('ends soon on %s', (_name, old, next) => {
    const start = process.cpuUsage()
    for (const plannedNames of [false, true])
      for (const found of [compare(old, next, { plannedNames }), compare(next, old, { plannedNames })])
        expect(['safe', 'breaking', 'unknown']).toContain(found.verdict)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(4)
  })
})

it('decides nothing by numbers that JavaScript would round', () => {
  const limit = new ExactNumber('12345678901234567890')
  expect(compareExact({ const: 1 }, { minimum: 0 }).verdict).toBe('safe')
  expect(compareExact({ maximum: limit }, { maximum: limit, title: 'a' }).verdict).toBe('unknown')
  expect(compareExact({ maximum: limit }, { maximum: new ExactNumber('12345678901234567890') }).verdict).toBe(
    'safe',
  )
})

it.each([
  ['equal', { const: 1 }, { enum: [1] }],
  ['wider', { const: 1 }, { type: 'number' }],
  ['narrower', { type: 'number' }, { const: 1 }],
  ['incomparable', { minimum: 1 }, { maximum: 1 }],
  ['unknown', { $ref: 'https://example.com/a.json' }, { type: 'null' }],
] as const)('tells two schemas apart: %s', (relation, a, b) => {
  expect(relationOf(compare(a, b), compare(b, a))).toBe(relation)
})
