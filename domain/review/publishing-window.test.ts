import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freezeAt, isOpenAt, nextOpening, type PublishingWindow } from './publishing-window'
import { weekdays } from './weekday'

const always = { windows: [], freezes: [] }
const window = (set: Partial<PublishingWindow>): PublishingWindow => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '17:00',
  timeZone: 'Europe/Berlin',
  ...set,
})
const freeze = (from: string, to: string) => ({ from, to, reason: 'Sale' })

test('without windows it is always open, but for freezes', () => {
  const at = '2026-01-05T03:00:00.000Z'
  expect(nextOpening(always, at)).toBe(at)
  const frozen = { ...always, freezes: [freeze('2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z')] }
  expect(isOpenAt(frozen, at)).toBe(false)
  expect(freezeAt(frozen, at)?.reason).toBe('Sale')
  expect(nextOpening(frozen, at)).toBe('2026-01-06T00:00:00.000Z')
  expect(isOpenAt(frozen, '2026-01-06T00:00:00.000Z')).toBe(true)
})

const sunday: PublishingWindow['days'] = ['sun']

// Clocks in Berlin go from 02:00 to 03:00 on 29 March 2026 and from 03:00 to 02:00 on 25 October 2026; on Lord Howe
// Island they go by half an hour, on 5 April (back, 02:00 to 01:30) and 4 October (02:00 to 02:30).
test.each<[string, Partial<PublishingWindow>, string, string]>([
  ['on Friday evening: Monday', {}, '2026-01-09T17:00:00Z', '2026-01-12T08:00:00.000Z'],
  ['within it: at once', {}, '2026-01-12T09:30:00Z', '2026-01-12T09:30:00.000Z'],
  ['at its last minute: at once', {}, '2026-01-12T15:59:59Z', '2026-01-12T15:59:59.000Z'],
  ['at its end: the next day', {}, '2026-01-12T16:00:00Z', '2026-01-13T08:00:00.000Z'],
  ['in summer an hour earlier', {}, '2026-07-06T00:00:00Z', '2026-07-06T07:00:00.000Z'],
  [
    'over midnight, on the day after',
    { from: '22:00', to: '02:00' },
    '2026-01-10T00:30:00Z',
    '2026-01-10T00:30:00.000Z',
  ],
  [
    'over midnight, past it',
    { from: '22:00', to: '02:00' },
    '2026-01-10T01:00:00Z',
    '2026-01-12T21:00:00.000Z',
  ],
  [
    'all day',
    { days: sunday, from: '00:00', to: '00:00' },
    '2026-01-09T00:00:00Z',
    '2026-01-10T23:00:00.000Z',
  ],
  [
    'an hour that the clocks skip: the week after',
    { days: sunday, from: '02:15', to: '02:45' },
    '2026-03-28T12:00:00Z',
    '2026-04-05T00:15:00.000Z',
  ],
  [
    'one that they skip into: when they do',
    { days: sunday, from: '02:15', to: '04:00' },
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'one that they show twice: the first time',
    { days: sunday, from: '02:15', to: '02:45' },
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:15:00.000Z',
  ],
  [
    'one that they show twice: and the second',
    { days: sunday, from: '02:15', to: '02:45' },
    '2026-10-25T00:45:00Z',
    '2026-10-25T01:15:00.000Z',
  ],
  [
    'over, and opened again by the clocks',
    { days: sunday, from: '01:30', to: '02:30' },
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:00:00.000Z',
  ],
  [
    'by half an hour',
    { days: sunday, from: '02:10', to: '03:00', timeZone: 'Australia/Lord_Howe' },
    '2026-10-03T12:00:00Z',
    '2026-10-03T15:30:00.000Z',
  ],
])('a window %s', (_name, set, at, opening) =>
  expect(nextOpening({ windows: [window(set)], freezes: [] }, at)).toBe(opening),
)

test('windows that never open', () =>
  expect(nextOpening({ windows: [window({ days: [] })], freezes: [] }, '2026-01-05T00:00:00Z')).toBeNull())

test('a freeze far away does not hide a window before it', () =>
  expect(
    nextOpening(
      {
        windows: [window({})],
        freezes: [
          freeze('2026-01-01T00:00:00Z', '2026-01-19T00:00:00Z'),
          freeze('2026-01-28T00:00:00Z', '2026-01-30T10:00:00Z'),
        ],
      },
      '2026-01-02T00:00:00Z',
    ),
  ).toBe('2026-01-19T08:00:00.000Z'))

const minuteMs = 60_000
const anyTime = fc.nat(24 * 4 - 1).map((quarter) => {
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
})
const anyWindow: fc.Arbitrary<PublishingWindow> = fc.record({
  days: fc.subarray([...weekdays], { minLength: 1 }),
  from: anyTime,
  to: anyTime,
  timeZone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
  ),
})
// Around the days on which the clocks of these zones jump.
const anyInstant = fc
  .tuple(
    fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'),
    fc.integer({ min: -3 * 24 * 4, max: 3 * 24 * 4 }),
  )
  .map(([day, quarters]) => new Date(Date.parse(`${day}T00:00:00Z`) + quarters * 15 * minuteMs).toISOString())
const anyFreeze = fc
  .tuple(anyInstant, fc.integer({ min: 1, max: 20 * 24 * 4 }))
  .map(([from, quarters]) =>
    freeze(from, new Date(Date.parse(from) + quarters * 15 * minuteMs).toISOString()),
  )
const anyTimes = fc.record({
  windows: fc.array(anyWindow, { maxLength: 3 }),
  freezes: fc.array(anyFreeze, { maxLength: 3 }),
})

describe('laws of the next opening', () => {
  test('it is open, it is not before, and nothing between was open', () => {
    fc.assert(
      fc.property(anyTimes, anyInstant, (times, at) => {
        const opening = nextOpening(times, at)
        expect(opening).not.toBeNull()
        expect(isOpenAt(times, `${opening}`)).toBe(true)
        expect(Date.parse(`${opening}`)).toBeGreaterThanOrEqual(Date.parse(at))
        for (let each = Date.parse(at); each < Date.parse(`${opening}`); each += 15 * minuteMs)
          expect(isOpenAt(times, new Date(each).toISOString())).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('asked at its own answer it gives the same, and a later question never gets an earlier answer', () => {
    fc.assert(
      fc.property(anyTimes, anyInstant, anyInstant, (times, one, other) => {
        const [earlier, later] = [one, other].sort().map((at) => nextOpening(times, `${at}`)) as [
          string,
          string,
        ]
        expect(nextOpening(times, earlier)).toBe(earlier)
        expect(Date.parse(later)).toBeGreaterThanOrEqual(Date.parse(earlier))
      }),
    )
  })

  test('one more window never makes it later, one more freeze never earlier', () => {
    fc.assert(
      fc.property(anyTimes, anyInstant, anyWindow, anyFreeze, (times, at, more, frozen) => {
        const opening = Date.parse(`${nextOpening(times, at)}`)
        if (times.windows.length > 0)
          expect(
            Date.parse(`${nextOpening({ ...times, windows: [...times.windows, more] }, at)}`),
          ).toBeLessThanOrEqual(opening)
        expect(
          Date.parse(`${nextOpening({ ...times, freezes: [...times.freezes, frozen] }, at)}`),
        ).toBeGreaterThanOrEqual(opening)
      }),
    )
  })
})
