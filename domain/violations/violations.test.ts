import { expect, test } from 'vitest'
import { violationFingerprint } from './fingerprint'
import { hourOf, hoursBetween } from './hour'
import { ruleOfCall } from './rule-of-call'

test('a fingerprint tells every part of a violation apart, and nothing runs together', () => {
  const one = { plan: 'p', callType: 'track', event: 'A', pointer: '/a', type: 'required' } as const
  const others = [
    { ...one, plan: 'p2' },
    { ...one, callType: 'page' as const },
    { ...one, event: null },
    { ...one, event: 'A/a', pointer: '' },
    { ...one, pointer: '/b' },
    { ...one, type: 'enum' as const },
  ]
  expect(new Set([one, { ...one }, ...others].map(violationFingerprint)).size).toBe(7)
})

test('hours begin on the hour in UTC', () => {
  expect(hourOf('2026-01-05T10:59:59.999+05:30')).toBe('2026-01-05T05:00:00.000Z')
  expect(hourOf('2026-01-05T05:59:59.999Z')).toBe('2026-01-05T05:00:00.000Z')
  expect(hourOf('2026-01-31T23:00:00.000Z')).toBe('2026-01-31T23:00:00.000Z')
  expect(() => hourOf('2026-13-05T10:00:00.000Z')).toThrow()
  expect(hoursBetween('2026-01-05T10:30:00Z', '2026-01-05T12:00:00Z')).toEqual([
    '2026-01-05T10:00:00.000Z',
    '2026-01-05T11:00:00.000Z',
  ])
  expect(hoursBetween('2026-01-05T10:30:00Z', '2026-01-05T12:00:01Z')).toHaveLength(3)
  expect(hoursBetween('2026-01-05T10:30:00Z', '2026-01-05T10:00:00Z')).toEqual([])
})

test('a call is judged by the version it asks for, else by the oldest', () => {
  const rules = [
    { type: 'TRACK', key: 'A', version: 2 },
    { type: 'TRACK', key: 'A', version: 1 },
    { type: 'IDENTIFY', key: null, version: 1 },
    { type: 'PAGE', key: 'Home', version: 1 },
    { type: 'PAGE', key: null, version: 1 },
  ] as const
  const version = (v?: number) => ruleOfCall(rules, { callType: 'track', event: 'A' }, v)?.version
  expect([version(), version(2), version(9)]).toEqual([1, 2, 1])
  expect(ruleOfCall(rules, { callType: 'track', event: 'B' })).toBeNull()
  expect(ruleOfCall(rules, { callType: 'identify', event: null })).toBe(rules[2])
  expect(ruleOfCall(rules, { callType: 'page', event: 'Home' })).toBe(rules[3])
  expect(ruleOfCall(rules, { callType: 'page', event: 'Cart' })).toBe(rules[4])
})
