import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareAppVersions, isOrderable } from './app-version'

test.each([
  ['4.2.0', '4.2.0', 0],
  ['4.2', '4.2.0', 0],
  ['v4.2', '4.2.0', 0],
  ['4.9.0', '4.10.0', -1],
  ['10.1.8.4', '10.1.8.40', -1],
  ['1234', '1233', 1],
  ['2026.1', '2025.12.3', 1],
  ['4.2.0-beta.1', '4.2.0', -1],
  ['4.2.0-beta.2', '4.2.0-beta.11', -1],
  ['4.2-rc.1', '4.2', -1],
  ['4.2.0 (1234)', '4.2.0 (1235)', -1],
  ['4.2.0+9', '4.2.0+10', -1],
  ['4.2.1 (1)', '4.2.0 (99)', 1],
  [' 4.2.0 ', '4.2.0', 0],
] as const)('%s and %s', (left, right, order) => {
  expect(compareAppVersions(left, right)).toBe(order)
  expect(compareAppVersions(right, left)).toBe(-order + 0)
})

test.each(['', 'web', 'build of tuesday', '4.x', '^4.2.0', '1.2.3.4.5', 'a1b2c3d', '4.2.'])(
  '%j cannot be put in order',
  (version) => {
    expect(isOrderable(version)).toBe(false)
    expect(compareAppVersions(version, '1.0.0')).toBeNull()
    expect(compareAppVersions('1.0.0', version)).toBeNull()
  },
)

test('dotted numbers are in the order of their numbers (law)', () => {
  const numbers = fc.array(fc.nat(300), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      const at = Array.from({ length: 4 }, (_, i) => (left[i] ?? 0) - (right[i] ?? 0)).find(
        (each) => each !== 0,
      )
      expect(compareAppVersions(left.join('.'), right.join('.'))).toBe(Math.sign(at ?? 0))
    }),
  )
})
