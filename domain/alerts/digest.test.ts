import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdays } from '../review/weekday'
import { type DigestTime, digestSubject, nextDigest } from './digest'

const time = (set: Partial<DigestTime> = {}): DigestTime => ({
  every: 'day',
  weekday: weekdays[0],
  hour: 8,
  timeZone: 'Europe/Berlin',
  ...set,
})

test.each<[string, Partial<DigestTime>, string, string]>([
  ['later today', {}, '2026-01-05T06:00:00Z', '2026-01-05T07:00:00.000Z'],
  ['exactly at it: the next one', {}, '2026-01-05T07:00:00Z', '2026-01-06T07:00:00.000Z'],
  ['by summer time', {}, '2026-07-01T06:30:00Z', '2026-07-02T06:00:00.000Z'],
  // On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00.
  ['an hour that is skipped', { hour: 2 }, '2026-03-29T00:00:00Z', '2026-03-29T01:00:00.000Z'],
  // On 25 October 2026 they show 02:00 twice.
  ['an hour that is shown twice', { hour: 2 }, '2026-10-24T23:00:00Z', '2026-10-25T00:00:00.000Z'],
  ['on Monday', { every: 'week' }, '2026-01-05T08:00:00Z', '2026-01-12T07:00:00.000Z'],
  ['on Sunday', { every: 'week', weekday: weekdays[6] }, '2026-01-05T08:00:00Z', '2026-01-11T07:00:00.000Z'],
  [
    'on the other side of the day line',
    { timeZone: 'Pacific/Auckland' },
    '2026-01-05T00:00:00Z',
    '2026-01-05T19:00:00.000Z',
  ],
])('the next letter: %s', (_name, set, after, expected) => {
  expect(nextDigest(time(set), after)).toBe(expected)
})

test('the next letter is later, within a week and an hour, and asked at itself gives one after it', () => {
  const anyTime = fc.record({
    every: fc.constantFrom('day' as const, 'week' as const),
    weekday: fc.constantFrom(...weekdays),
    hour: fc.nat(23),
    timeZone: fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ),
  })
  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(anyTime, instants, (digest, at) => {
      const next = nextDigest(digest, at.toISOString())
      const days = (Date.parse(next) - at.getTime()) / 86_400_000
      expect(days).toBeGreaterThan(0)
      expect(days).toBeLessThan(digest.every === 'day' ? 1.1 : 7.1)
      expect(nextDigest(digest, next) > next).toBe(true)
    }),
  )
})

test('the subject counts what is told', () => {
  expect(
    digestSubject([
      { title: 'New', items: [], count: 3 },
      { title: 'Resolved', items: [], count: 1 },
    ]),
  ).toBe('Plumbline: new 3, resolved 1')
})
