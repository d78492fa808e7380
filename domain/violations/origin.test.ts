import { describe, expect, test } from 'vitest'
import { type OriginFacts, originOf, type Release } from './origin'

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T10:00:00.000Z`
const release = (appVersion: string, since: number, sourceId = 'web'): Release => ({
  sourceId,
  sourceName: sourceId,
  appVersion,
  at: day(since),
})
const [old, current, next] = [release('4.1.0', 1), release('4.2.0', 10), release('4.3.0', 20)]
const change = { version: 3, at: day(10), by: 'Ann', changeRequest: 12 }
const nothing: OriginFacts = {
  firstSeen: day(10),
  breaking: [],
  releases: [],
  change: null,
  routing: null,
  eventKnownSince: null,
  quiet: null,
}
const quiet = { since: day(5), events: 5_000 }

const cases: readonly (readonly [string, Partial<OriginFacts>, string])[] = [
  [
    'an old release breaks it after the plan changed',
    { change, breaking: [old], releases: [old] },
    'plan-changed',
  ],
  ['calls tell no release, the event was known before', { change, eventKnownSince: day(2) }, 'plan-changed'],
  ['calls tell no release, the event was not known before', { change }, 'unknown'],
  [
    'the plan changed long before',
    { change, firstSeen: day(25), breaking: [old], releases: [old] },
    'unknown',
  ],
  [
    'the plan changed later than it was seen',
    { change: { ...change, at: day(11) }, breaking: [old], releases: [old] },
    'unknown',
  ],
  [
    'a release breaks it, the one before did not',
    { breaking: [current], releases: [old, current] },
    'code-changed',
  ],
  [
    'the release came after the plan had changed',
    { change: { ...change, at: day(8) }, breaking: [current], releases: [old, current] },
    'code-changed',
  ],
  [
    'several releases break it: the oldest began it',
    { breaking: [next, current], releases: [next, old, current] },
    'code-changed',
  ],
  [
    'the release before is of another source',
    { breaking: [current], releases: [release('4.1.0', 1, 'ios'), current] },
    'unknown',
  ],
  [
    'calls without a release break it too',
    { breaking: [current, release('', 10)], releases: [old, current] },
    'unknown',
  ],
  [
    'the release was out long before',
    { firstSeen: day(25), breaking: [current], releases: [old, current] },
    'unknown',
  ],
  ['it was there with the first call of the event', { eventKnownSince: day(10) }, 'always'],
  ['the event was known for long without it', { eventKnownSince: day(2) }, 'unknown'],
  [
    'no call asks for a version, the plan has two',
    { routing: { asked: [null], judgedBy: 1, planned: [1, 2] } },
    'oldest-schema',
  ],
  [
    'calls ask for a version that the plan has not',
    { routing: { asked: [7, null], judgedBy: 1, planned: [1, 2] } },
    'oldest-schema',
  ],
  [
    'some calls ask for a version that it has',
    { routing: { asked: [2, null], judgedBy: 1, planned: [1, 2] } },
    'unknown',
  ],
  ['the plan has one version only', { routing: { asked: [null], judgedBy: 1, planned: [1] } }, 'unknown'],
  [
    'another version than the oldest judges',
    { routing: { asked: [null], judgedBy: 2, planned: [1, 2] } },
    'unknown',
  ],
  ['only reports: it was not heard of while the event was sent', { quiet }, 'sender-changed'],
  ['only reports of calls without a release', { quiet, breaking: [release('', 2)] }, 'sender-changed'],
  ['only reports of the first release that is known', { quiet, breaking: [current] }, 'sender-changed'],
  [
    'only reports, of a release and of calls without one',
    { quiet, breaking: [current, release('', 10)], releases: [old, current] },
    'sender-changed',
  ],
  ['only reports of a release that was out long before', { quiet, breaking: [release('4.0', 1)] }, 'unknown'],
  ['only reports, and few calls of the event', { quiet: { ...quiet, events: 99 } }, 'unknown'],
  ['only reports, and hardly a day before', { quiet: { since: day(10), events: 5_000 } }, 'unknown'],
  [
    'only reports, and the plan changed shortly before',
    { quiet, change, eventKnownSince: day(2) },
    'plan-changed',
  ],
  [
    'reports, and a release before that does not break it',
    { quiet, breaking: [current], releases: [old, current] },
    'code-changed',
  ],
  ['nothing is known', {}, 'unknown'],
]

describe('why a violation is there', () => {
  test.each(cases)('%s', (_, facts, kind) => {
    expect(originOf({ ...nothing, ...facts }).kind).toBe(kind)
  })

  test('the plan: which version, by whom, and the release that was out already', () => {
    expect(originOf({ ...nothing, change, breaking: [old], releases: [old] })).toEqual({
      kind: 'plan-changed',
      ...change,
      release: old,
    })
  })

  test('only reports: since when it was not so, in how many calls, and the release where it is told', () => {
    expect(originOf({ ...nothing, quiet, breaking: [current] })).toEqual({
      ...{ kind: 'sender-changed', quiet, release: current, planUnchangedSince: null },
    })
    const change = { version: 2, at: day(1), by: 'Ann', changeRequest: null }
    expect(originOf({ ...nothing, quiet, change, breaking: [current, release('', 10)] })).toMatchObject({
      ...{ release: null, planUnchangedSince: day(1) },
    })
  })

  test('the code: which release, and the newest before it', () => {
    const facts = {
      ...nothing,
      breaking: [next, current],
      releases: [next, current, old, { ...old, appVersion: '4.0.0', at: '2025-12-01T10:00:00.000Z' }],
    }
    expect(originOf(facts)).toMatchObject({ release: current, before: old, planUnchangedSince: null })
  })
})
