import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDue, type PublishWait, placeAfter, publishQueue } from './publish-queue'

const start = Date.parse('2026-01-05T09:00:00.000Z')
const minute = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()
const bypass = { reason: 'Checkout is down.' }
const wait = (since: number, at: number | null = null): PublishWait => ({
  jobId: 'j',
  bypass: null,
  since: minute(since),
  at: at === null ? null : minute(at),
})
const open = (now: number) => ({ now: minute(now), isClosed: false })
const numbers = (waits: readonly (PublishWait | null)[], now: number, isClosed = false) =>
  publishQueue(
    waits.map((waiting, i) => ({ number: i + 1, waiting })),
    { now: minute(now), isClosed },
  ).map(({ number }) => number)

test.each<[string, (PublishWait | null)[], number, number[]]>([
  ['nobody', [null, null], 0, []],
  ['who came first', [wait(3), wait(1), wait(2)], 5, [2, 3, 1]],
  ['who came at once, by number', [wait(1), wait(1)], 5, [1, 2]],
  ['none whose hour is to come', [wait(1, 9), wait(2)], 5, [2]],
  ['one that was scheduled, at its hour', [wait(0, 4), wait(3), wait(5)], 5, [2, 1, 3]],
  ['one whose hour is now', [wait(0, 5)], 5, [1]],
])('the queue holds %s', (_name, waits, now, expected) => expect(numbers(waits, now)).toEqual(expected))

test('while the plan is closed, who goes past its set times is let by, each in turn', () => {
  const past = (since: number) => ({ ...wait(since), bypass })
  const waits = [wait(1), past(2), wait(3), past(4), { ...wait(0, 9), bypass }]
  expect(numbers(waits, 5, true)).toEqual([2, 4, 1, 3])
  expect(numbers(waits, 5)).toEqual([1, 2, 3, 4])
})

test('nobody overtakes when the clock is put back', () => {
  const waiting = [{ number: 1, waiting: wait(30) }]
  const since = placeAfter(waiting, minute(0))
  expect(publishQueue([{ number: 2, waiting: { ...wait(0), since } }, ...waiting], open(0))).toMatchObject([
    { number: 1 },
    { number: 2 },
  ])
  expect(placeAfter([], minute(0))).toBe(minute(0))
  expect(placeAfter([{ number: 1, waiting: wait(0, 60) }], minute(1))).toBe(minute(1))
})

describe('laws of the queue', () => {
  const anyWait = fc.tuple(fc.nat(20), fc.option(fc.nat(20))).map(([since, at]) => wait(since, at))
  const anyRequests = fc
    .array(fc.option(anyWait), { maxLength: 6 })
    .map((waits) => waits.map((waiting, i) => ({ number: i + 1, waiting })))

  test('it holds whoever is due, once, in whatever order they are read', () => {
    fc.assert(
      fc.property(anyRequests, fc.nat(20), (requests, now) => {
        const queue = publishQueue(requests, open(now))
        expect(publishQueue([...requests].reverse(), open(now))).toEqual(queue)
        expect(queue.map(({ number }) => number).sort()).toEqual(
          requests.flatMap(({ number, waiting }) => (waiting && isDue(waiting, minute(now)) ? [number] : [])),
        )
      }),
    )
  })

  test('whoever comes next is last, and time alone changes no order', () => {
    fc.assert(
      fc.property(anyRequests, fc.nat(20), fc.nat(20), (requests, now, later) => {
        const came = { number: 0, waiting: { ...wait(0), since: placeAfter(requests, minute(now)) } }
        const queue = publishQueue([came, ...requests], open(now))
        expect(queue.at(-1)).toBe(came)
        const then = publishQueue([came, ...requests], open(now + later))
        expect(then.filter((each) => queue.includes(each))).toEqual(queue)
      }),
    )
  })
})
