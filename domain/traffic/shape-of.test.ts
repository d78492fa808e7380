import { expect, it } from 'vitest'
import { shapeOf } from './shape-of'

it('tells paths with their types, items once, names without personal data', () => {
  expect(shapeOf({ a: [{ b: 1 }, { b: 1.5 }, { b: 2 }], 'x/y': null, 'jane@acme.com': true }).paths).toEqual([
    '/a array',
    '/a/* object',
    '/a/*/b integer',
    '/a/*/b number',
    '/xxxx@xxxx.com boolean',
    '/x~1y null',
  ])
})

it('is the same for calls of other values, and another where a type or a name differs', () => {
  const shape = (value: Parameters<typeof shapeOf>[0]) => shapeOf(value).id
  expect(shape({ a: 1, b: 'x' })).toBe(shape({ b: 'y', a: 7 }))
  expect(shape({ a: 1 })).not.toBe(shape({ a: '1' }))
  expect(shape({ a: 1 })).not.toBe(shape({ b: 1 }))
})

it('has an end', () => {
  const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`n${i}`, i]))
  expect(shapeOf(wide).paths).toHaveLength(300)
})
