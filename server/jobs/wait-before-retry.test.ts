import { expect, it } from 'vitest'
import { waitBeforeRetry } from './wait-before-retry'

it('doubles from a second to five minutes, and spreads by a quarter', () => {
  expect([1, 2, 3, 9, 10, 25].map((attempt) => waitBeforeRetry(attempt, 0))).toEqual([
    1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
  ])
  expect(waitBeforeRetry(1, 1)).toBe(1_250)
})
