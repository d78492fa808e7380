import { expect, test } from 'vitest'
import type { ExactObject } from '../plan/exact-json'
import { unlikeParts } from './unlike-parts'

const object = (properties: ExactObject, others: ExactObject = {}): ExactObject => ({
  type: 'object',
  properties,
  ...others,
})

test('what is equal in both is left out, at any depth, in whatever order its keys are', () => {
  const before = object(
    { a: { type: 'string', title: 't' }, b: object({ c: {}, d: { type: 'null' } }), gone: {} },
    { required: ['a'] },
  )
  const after = object({ a: { title: 't', type: 'string' }, b: object({ c: {}, d: {} }), come: {} })
  expect(unlikeParts(before, after)).toEqual([
    object({ b: object({ d: { type: 'null' } }), gone: {} }, { required: ['a'] }),
    object({ b: object({ d: {} }), come: {} }),
  ])
})

test.each([
  [true, {}],
  [{ properties: [] }, { properties: {} }],
  [{ items: { properties: { a: {} } } }, { items: { properties: { a: {} } } }],
])('%j and %j are left alone', (before, after) => {
  expect(unlikeParts(before, after)).toEqual([before, after])
})
