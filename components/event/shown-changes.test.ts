import { expect, test } from 'vitest'
import type { ChangeView } from '@/contracts/plan'
import { shownChanges } from './shown-changes'

const change = (sentence: string, set: Partial<ChangeView> = {}): ChangeView => ({
  kind: 'type-changed',
  rule: { type: 'TRACK', key: 'A', version: 1 },
  sentence,
  senders: 'safe',
  readers: 'safe',
  why: { senders: '', readers: '' },
  ...set,
})
const pending = (sentence: string) => change(sentence, { pending: true })
const judged = [change('a', { senders: 'breaking', witness: 1 })]

test('what the server says of this text stands', () => {
  expect(shownChanges([pending('a')], judged, true)).toBe(judged)
})

test('while one types on, a change keeps its verdict and a new one waits for its own', () => {
  expect(shownChanges([pending('a'), pending('b')], judged, false)).toEqual([judged[0], pending('b')])
  expect(shownChanges([pending('b')], undefined, false)).toEqual([pending('b')])
})

test('what was taken back is gone at once', () => {
  expect(shownChanges([], judged, false)).toEqual([])
})
