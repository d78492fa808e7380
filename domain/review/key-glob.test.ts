import { expect, test } from 'vitest'
import { matchesGlob } from './key-glob'

test.each([
  ['Order *', 'Order Completed', true],
  ['Order *', 'order completed', true],
  ['Order *', 'Order', false],
  ['Order*', 'Order', true],
  ['*', '', true],
  ['', '', true],
  ['', 'Order', false],
  ['*Completed', 'Order Completed', true],
  ['*Completed', 'Order Completed Twice', false],
  ['*a*b', 'xaxbxb', true],
  ['Step ?', 'Step 1', true],
  ['Step ?', 'Step 10', false],
  ['Step ?', 'Step', false],
  ['a.c', 'abc', false],
  ['[x]', 'x', false],
  ['?', '😀', true],
  ['**', 'anything', true],
])('%s and %s: %s', (glob, name, expected) => expect(matchesGlob(glob, name)).toBe(expected))

test('a hostile glob comes to an end', () => {
  expect(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(1_000))).toBe(false)
})
