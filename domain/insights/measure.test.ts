import { expect, test } from 'vitest'
import { type CountedDay, ratesOf } from './measure'

const day = (set: Partial<CountedDay>): CountedDay => ({
  ...{ day: '2026-01-01', violations: 0, rated: 0, events: null, tracked: null, planned: null },
  ...set,
})

test('what is not known is no zero', () => {
  expect(ratesOf([])).toEqual({
    ...{ violations: 0, rated: 0, events: null, perMillion: null, tracked: null, coverage: null },
  })
  expect(ratesOf([day({ violations: 7 })])).toEqual({
    ...{ violations: 7, rated: 0, events: null, perMillion: null, tracked: null, coverage: null },
  })
})

test('days of unknown volume count as violations, and not in the rate', () => {
  const days = [day({ violations: 900 }), day({ violations: 6, rated: 4, events: 2_000_000 })]
  expect(ratesOf(days)).toMatchObject({ violations: 906, rated: 4, events: 2_000_000, perMillion: 2 })
})

test('coverage is of track events, over all days together', () => {
  const days = [
    day({ events: 100, tracked: 10, planned: 10 }),
    day({ events: 100, tracked: 30, planned: 10 }),
    day({ events: 5 }),
  ]
  expect(ratesOf(days)).toMatchObject({ tracked: 40, coverage: 0.5, perMillion: 0 })
  expect(ratesOf([day({ events: 5, tracked: 0, planned: 0 })]).coverage).toBeNull()
})
