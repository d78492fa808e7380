import { expect, test } from 'vitest'
import { ExactNumber } from '@/domain/plan/exact-json'
import { parseValue } from './parse-value'

test.each([
  ['12', ['string'], '12'],
  ['12', [], '12'],
  ['12', ['integer'], 12],
  ['true', ['boolean'], true],
  ['null', ['number', 'null'], null],
  ['abc', ['integer'], 'abc'],
  ['{"a":1}', ['object'], '{"a":1}'],
  [' card ', ['string'], 'card'],
] as const)('%s for %j is %j', (typed, types, expected) => {
  expect(parseValue(typed, types)).toBe(expected)
})

test('a number with more digits than JavaScript carries keeps them', () => {
  expect(parseValue('12345678901234567890', ['integer'])).toEqual(new ExactNumber('12345678901234567890'))
})
