import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import type { Json } from '../plan/json'
import { compileSchema } from '../validation/compile-schema'
import { inferSchema } from './infer-schema'

const seed = inject('lawSeed')
const inferred = (...values: Json[]) => inferSchema(values.map((value) => ({ value, isMasked: false })))
const times = (count: number, value: (i: number) => Json) => Array.from({ length: count }, (_, i) => value(i))

describe('inferSchema', () => {
  test.each<[string, Json[], Json]>([
    ['nothing', [], {}],
    ['texts', ['a', 'b'], { type: 'string' }],
    ['texts and null', ['a', null], { type: ['string', 'null'] }],
    ['a few whole numbers, which may be prices', [1, 2], { type: 'number' }],
    ['many whole numbers', times(20, (i) => i), { type: 'integer' }],
    ['many numbers, one of them broken', [...times(20, (i) => i), 0.5], { type: 'number' }],
    ['times', times(5, (i) => `2026-01-0${i + 1}T10:00:00Z`), { type: 'string', format: 'date-time' }],
    ['days', times(5, (i) => `2026-01-0${i + 1}`), { type: 'string', format: 'date' }],
    ['a day, and texts', [...times(5, (i) => `2026-01-0${i + 1}`), 'soon'], { type: 'string' }],
    ['one day', ['2026-01-01'], { type: 'string' }],
    [
      'objects: what is always there is required',
      times(5, (i) => (i === 0 ? { a: 1 } : ({ a: 1, b: 'x' } as Json))),
      { type: 'object', properties: { a: { type: 'number' }, b: { type: 'string' } }, required: ['a'] },
    ],
    [
      'one object says nothing of what is always there',
      [{ a: 1 }],
      { type: 'object', properties: { a: { type: 'number' } } },
    ],
    [
      'lists of objects',
      [[{ sku: 'a' }], []],
      { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    ],
    ['empty lists', [[]], { type: 'array' }],
  ])('%s', (_what, values, schema) => {
    expect(inferred(...values)).toEqual(schema)
  })

  test('takes every value that it was made from', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 8 }), (values) => {
        const compiled = compileSchema(inferred(...(values as Json[])))
        if (!compiled.ok) throw new Error(compiled.reason)
        for (const value of values) expect(compiled.validate(value as Json)).toBe(true)
      }),
      { seed, numRuns: 60 },
    )
  })

  test('does not take every name of objects that are all different', () => {
    const { properties } = inferred(...times(1_000, (i) => ({ [`n${i}`]: i })))
    expect(Object.keys(properties as object).length).toBeLessThanOrEqual(200)
  })
})
