import { expect, test } from 'vitest'
import { type PublishedStep, promotedAfter } from './promoted-version'

const promotes = (number: number, from: number | null, version: number): PublishedStep => ({
  number,
  promotes: { from, version },
  reverts: null,
})
const reverts = (number: number, what: number): PublishedStep => ({ number, promotes: null, reverts: what })
const other = (number: number): PublishedStep => ({ number, promotes: null, reverts: null })

test.each<[string, PublishedStep[], number | null]>([
  ['nothing', [other(1)], null],
  ['one promotion', [promotes(1, null, 2)], 2],
  ['an older one that was published later', [promotes(2, null, 3), promotes(1, null, 2)], 3],
  ['an older version that was promoted on purpose', [promotes(1, null, 3), promotes(2, 3, 2)], 2],
  ['the first one, taken back', [promotes(1, null, 2), reverts(2, 1)], null],
  ['the second one, taken back', [promotes(1, null, 2), promotes(2, 2, 5), reverts(3, 2)], 2],
  ['one taken back that another came after', [promotes(1, 1, 2), promotes(2, 2, 3), reverts(3, 1)], 1],
  ['one taken back, and promoted again', [promotes(1, 1, 2), reverts(2, 1), promotes(3, 1, 2)], 2],
  ['one whose taking back was taken back', [promotes(1, null, 2), reverts(2, 1), reverts(3, 2)], 2],
  ['taken back once more', [promotes(1, 1, 2), reverts(2, 1), reverts(3, 2), reverts(4, 3)], 1],
  ['something else, taken back', [promotes(1, null, 2), other(2), reverts(3, 2)], 2],
])('after %s', (_name, published, expected) => expect(promotedAfter(published)).toBe(expected))
