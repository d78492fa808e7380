import { expect, test } from 'vitest'
import { trendSentence } from './trend-sentence'

const day = (violations: number, blocked: number, volume: number | null) => ({
  day: '2030-01-01',
  violations,
  blocked,
  volume,
})

test('says that nothing came', () => {
  expect(trendSentence([day(0, 0, null)])).toBe('None has arrived in the last 14 days.')
})

test('leaves days of unknown volume out of the rate', () => {
  expect(trendSentence([day(900, 0, null), day(2, 0, 1_000_000)])).toBe(
    '902 in the last 14 days, 2 per million events.',
  )
})

test('tells what Segment blocked', () => {
  expect(trendSentence([day(0, 1_200, 10)])).toBe(
    'None has arrived in the last 14 days. Segment blocked 1,200 events.',
  )
})
