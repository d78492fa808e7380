import { expect, test } from 'vitest'
import { commandNames } from './command-names'
import { nearest } from './nearest'

test.each([
  ['validat', 'validate'],
  ['comapre', 'compare'],
  ['Diff', 'diff'],
  ['dif', 'diff'],
  ['lnit', 'lint'],
  ['repairs', 'repair'],
  ['frobnicate', undefined],
  ['x', undefined],
  ['', undefined],
])('%s was meant to be %s', (written, meant) => {
  expect(nearest(written, commandNames)).toBe(meant)
})
