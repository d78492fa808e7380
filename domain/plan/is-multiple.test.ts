import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMultiple } from './is-multiple'

test.each([
  [19.99, 0.01, true],
  [0.3, 0.1, true],
  [0.0075, 0.0001, true],
  [0.00751, 0.0001, false],
  [4.5, 1.5, true],
  [35, 1.5, false],
  [7, 2, false],
  [-7.5, 2.5, true],
  [0, 3, true],
  [-0, 0.7, true],
  [1e308, 0.123456789, false],
  [1e300, 1e-300, true],
  [5e-324, 1e-323, false],
  [9007199254740992, 3, false],
])('%d is a multiple of %d: %s', (value, divisor, expected) => {
  expect(isMultiple(value, divisor)).toBe(expected)
})

test('whatever is written with two decimals is a multiple of 0.01', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (cents) => isMultiple(Number(`${cents}e-2`), 0.01)))
})
