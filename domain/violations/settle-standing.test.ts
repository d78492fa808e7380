import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleStanding } from './settle-standing'
import type { Standing } from './standing'
import { anyInstant, anyStanding } from './standing.cases'

const day = (number: number, time = '10:00') => `2026-01-${String(number).padStart(2, '0')}T${time}:00.000Z`
const begun = { since: day(5), reason: 'Because' }
const inPlan: Standing = {
  ...begun,
  status: 'waiting-for-rollout',
  rollout: { planVersion: 3 },
  request: 7,
}
const inApp: Standing = { ...inPlan, rollout: { app: '4.2.0' } }
const ignored: Standing = { ...begun, status: 'ignored', until: day(6) }

test.each([
  ['the plan: not a day yet', inPlan, { lastSeen: day(4), now: day(6, '09:59') }, 'waiting-for-rollout'],
  ['the plan: a day without any', inPlan, { lastSeen: day(4), now: day(6) }, 'resolved'],
  ['the plan: seen in between', inPlan, { lastSeen: day(5, '10:10'), now: day(6) }, 'waiting-for-rollout'],
  ['the app: a day is not enough', inApp, { lastSeen: day(4), now: day(11) }, 'waiting-for-rollout'],
  ['the app: a week without any', inApp, { lastSeen: day(4), now: day(12) }, 'resolved'],
  ['the app: old versions still send', inApp, { lastSeen: day(11), now: day(12) }, 'waiting-for-rollout'],
  ['ignored: before its time', ignored, { lastSeen: day(5), now: day(6, '09:59') }, 'ignored'],
  ['ignored: at its time', ignored, { lastSeen: day(5), now: day(6) }, 'open'],
  ['ignored for good', { ...ignored, until: null }, { lastSeen: day(5), now: day(30) }, 'ignored'],
] as const)('%s', (_, standing, facts, status) => {
  const settled = settleStanding(standing, facts)
  expect(settled.status).toBe(status)
  if (status === standing.status) expect(settled).toBe(standing)
  else expect(settled.since).toBe(facts.now)
})

test('what was resolved names what it went out with', () => {
  expect(settleStanding(inPlan, { lastSeen: day(4), now: day(9) })).toMatchObject({
    rollout: { planVersion: 3 },
    request: 7,
  })
})

test('settling twice is settling once (law)', () => {
  fc.assert(
    fc.property(anyStanding, anyInstant, anyInstant, (standing, lastSeen, now) => {
      const once = settleStanding(standing, { lastSeen, now })
      expect(settleStanding(once, { lastSeen, now })).toEqual(once)
    }),
  )
})
