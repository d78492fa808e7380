import { expect, test } from 'vitest'
import { typeLabel } from './type-label'

test.each([
  [{ types: ['string'], itemTypes: null, nullable: false }, 'string'],
  [{ types: ['string', 'null'], itemTypes: null, nullable: true }, 'string or null'],
  [{ types: ['array'], itemTypes: ['object'], nullable: false }, 'list of object'],
  [{ types: ['array'], itemTypes: null, nullable: false }, 'list'],
  [{ types: ['integer', 'string'], itemTypes: null, nullable: false }, 'integer or string'],
  [{ types: [], itemTypes: null, nullable: false }, 'any'],
  [{ types: ['null'], itemTypes: null, nullable: true }, 'null'],
])('%j is %s', (row, expected) => {
  expect(typeLabel(row)).toBe(expected)
})
