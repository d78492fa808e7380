import { expect, test } from 'vitest'
import { isSpike } from './spike'

test.each([
  ['fewer than the rule says', 99, 0, false],
  ['as many as the rule says, of a violation that never was', 100, 0, true],
  ['twice the busiest hour', 200, 100, false],
  ['more than twice the busiest hour', 201, 100, true],
  ['far more than it used to be, but few', 20, 1, false],
])('%s', (_name, count, busiest, spikes) => {
  expect(isSpike({ hour: '2026-01-05T09:00:00.000Z', count, busiest }, 100)).toBe(spikes)
})
