import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comesBack } from './comes-back'
import type { Rollout, Standing } from './standing'
import { anyInstant, anyStanding, anyVersion } from './standing.cases'

const clock = (time: string) => `2026-01-05T${time}:00.000Z`
const seen = (appVersion: string, time: string) => ({ appVersion, lastSeen: clock(time) })
const begun = { since: clock('10:00'), reason: null }
const resolved = (rollout: Rollout | null = null): Standing => ({
  ...begun,
  status: 'resolved',
  rollout,
  request: null,
})
const waiting = (rollout: Rollout): Standing => ({
  ...begun,
  status: 'waiting-for-rollout',
  rollout,
  request: null,
})
const ignored = (until: string | null): Standing => ({
  ...begun,
  status: 'ignored',
  until: until && clock(until),
})
const app = { app: '4.2.0' }
const plan = { planVersion: 3 }

type Case = readonly [appVersion: string, time: string, expected: 'regressed' | 'back' | null]

const cases: readonly (readonly [string, Standing, readonly Case[]])[] = [
  ['open', { ...begun, status: 'open' } as Standing, [['4.2.0', '11:00', null]]],
  ['fix planned', { ...begun, status: 'fix-planned', request: 7 } as Standing, [['4.2.0', '11:00', null]]],
  [
    'resolved',
    resolved(),
    [
      ['', '10:01', 'regressed'],
      ['1.0.0', '10:01', 'regressed'],
      ['9.0.0', '10:00', null],
      ['9.0.0', '09:59', null],
    ],
  ],
  [
    'resolved in app 4.2.0',
    resolved(app),
    [
      ['4.1.9', '11:00', null],
      ['4.2.0-beta.1', '11:00', null],
      ['4.2.0', '11:00', 'regressed'],
      ['4.2', '11:00', 'regressed'],
      ['4.10.0', '11:00', 'regressed'],
      ['4.2.0', '09:00', null],
      ['', '11:00', 'regressed'],
      ['nightly', '11:00', 'regressed'],
    ],
  ],
  [
    'waiting for app 4.2.0',
    waiting(app),
    [
      ['4.1.9', '11:00', null],
      ['4.2.0', '11:00', 'regressed'],
      ['4.2.0', '09:00', null],
      ['', '11:00', null],
    ],
  ],
  [
    'waiting for version 3 of the plan',
    waiting(plan),
    [
      ['4.1.9', '10:15', null],
      ['4.1.9', '10:16', 'regressed'],
      ['', '10:16', 'regressed'],
    ],
  ],
  [
    'ignored until noon',
    ignored('12:00'),
    [
      ['4.1.9', '11:59', null],
      ['4.1.9', '12:01', 'back'],
    ],
  ],
  ['ignored for good', ignored(null), [['4.1.9', '23:00', null]]],
]

describe.each(cases)('%s', (_, standing, calls) => {
  test.each(calls)('a call of %j at %s: %s', (appVersion, time, expected) => {
    const answer = comesBack(standing, [seen(appVersion, time)])
    expect(answer).toEqual(expected && { at: clock(time), appVersion, regressed: expected === 'regressed' })
  })
})

test('the newest call that counts is named, not the newest of all', () => {
  const calls = [seen('4.2.0', '11:00'), seen('4.3.0', '12:00'), seen('4.1.0', '13:00')]
  expect(comesBack(resolved(app), calls)).toMatchObject({ at: clock('12:00'), appVersion: '4.3.0' })
})

const anySeen = fc.array(fc.record({ appVersion: anyVersion, lastSeen: anyInstant }), { maxLength: 6 })

test('the order of what was seen does not matter (law)', () => {
  fc.assert(
    fc.property(anyStanding, anySeen, (standing, calls) => {
      expect(comesBack(standing, calls)).toEqual(comesBack(standing, [...calls].reverse()))
    }),
  )
})

test('calls from before the decision never bring anything back (law)', () => {
  fc.assert(
    fc.property(anyStanding, anySeen, (standing, calls) => {
      const late = calls.filter(({ lastSeen }) => lastSeen <= (standing.since ?? ''))
      if (standing.status !== 'ignored') expect(comesBack(standing, late)).toBeNull()
    }),
  )
})

test('seeing more never keeps closed what less would open (law)', () => {
  fc.assert(
    fc.property(anyStanding, anySeen, anySeen, (standing, some, more) => {
      if (comesBack(standing, some)) expect(comesBack(standing, [...some, ...more])).not.toBeNull()
    }),
  )
})
