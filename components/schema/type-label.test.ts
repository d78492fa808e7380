import { expect, test } from 'vitest'
import { typeLabel } from './type-label'

test.each([
  [{ types: ['string'], itemTypes: null, nullable: false }, 'string'],
  [{ types: ['string', 'null'], itemTypes: null, nullable: true }, 'string or null'],
  [{ types: ['array'], itemTypes: ['object'], nullable: false }, 'list of object'],
  [{ types: ['array'], itemTypes: null, nullable: false }, 'list'],
  [{ types: ['array'], itemTypes: ['array'], nullable: false }, 'list of list'],
  [
    { types: ['array', 'null'], itemTypes: ['object', 'null'], nullable: true },
    'list of (object or null) or null',
  ],
  [{ types: ['integer', 'string'], itemTypes: null, nullable: false }, 'integer or string'],
  [{ types: [], itemTypes: null, nullable: false }, 'any'],
  [{ types: ['null'], itemTypes: null, nullable: true }, 'null'],
])('%j is %s', (row, expected) => {
  expect(typeLabel(row)).toBe(expected)
})
