import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decision, decide, decisions } from './decide'
import { type Standing, violationStatuses } from './standing'
import { anyDecision, anyInstant, anyStanding } from './standing.cases'

const at = '2026-01-05T10:00:00.000Z'
const begun = { since: '2026-01-05T09:00:00.000Z', reason: null }

const standings = {
  open: { ...begun, status: 'open' },
  'fix-planned': { ...begun, status: 'fix-planned', request: 7 },
  'waiting-for-rollout': { ...begun, status: 'waiting-for-rollout', rollout: { planVersion: 3 }, request: 7 },
  resolved: { ...begun, status: 'resolved', rollout: null, request: 7 },
  ignored: { ...begun, status: 'ignored', until: null },
} as const satisfies Record<Standing['status'], Standing>

const asked = {
  reopen: { kind: 'reopen' },
  'plan-fix': { kind: 'plan-fix', request: 8 },
  'await-rollout': { kind: 'await-rollout', rollout: { app: '4.2.0' } },
  resolve: { kind: 'resolve', rollout: { app: '4.2.0' } },
  ignore: { kind: 'ignore', until: null, reason: 'A test shop' },
  'roll-out': { kind: 'roll-out', request: 7, rollout: { planVersion: 4 } },
  'drop-fix': { kind: 'drop-fix', request: 7 },
} as const satisfies Record<Decision['kind'], Decision>

/** Rows: the status; columns: the decision, in the order of `asked`; a dash where it cannot be taken. */
const table = `
  open                | -    | fix-planned | waiting-for-rollout | resolved | ignored | -                   | -
  fix-planned         | open | fix-planned | waiting-for-rollout | resolved | ignored | waiting-for-rollout | open
  waiting-for-rollout | open | fix-planned | waiting-for-rollout | resolved | ignored | -                   | -
  resolved            | open | -           | waiting-for-rollout | resolved | ignored | -                   | -
  ignored             | open | fix-planned | waiting-for-rollout | resolved | ignored | -                   | -`

describe.each(
  table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim())),
)('from %s', (from, ...cells) => {
  test.each(Object.values(asked).map((decision, index) => [decision.kind, cells[index], decision] as const))(
    '%s leads to %s',
    (_, to, decision) => {
      const next = decide(standings[from as Standing['status']], decision, at)
      expect(next?.status ?? '-').toBe(to)
      if (next) expect(next.since).toBe(at)
    },
  )
})

test('a request moves only the violations that it is to end', () => {
  const standing = standings['fix-planned']
  expect(decide(standing, { kind: 'roll-out', request: 8, rollout: { planVersion: 4 } }, at)).toBeNull()
  expect(decide(standing, { kind: 'drop-fix', request: 8 }, at)).toBeNull()
})

test('what ended it stays named when it is resolved', () => {
  expect(decide(standings['waiting-for-rollout'], asked.resolve, at)).toMatchObject({
    request: 7,
    rollout: { app: '4.2.0' },
  })
})

test('every decision lands where the table says, at its instant (law)', () => {
  fc.assert(
    fc.property(anyStanding, anyDecision, anyInstant, (standing, decision, instant) => {
      const next = decide(standing, decision, instant)
      if (next === null) return
      expect(next.status).toBe(decisions[standing.status][decision.kind])
      expect(next.since).toBe(instant)
      expect(next.reason).toBe(decision.reason ?? null)
    }),
  )
})

test('a person can bring a violation from every status to open and to resolved', () => {
  for (const status of violationStatuses) {
    expect(decide(standings[status], { kind: 'resolve', rollout: null }, at)?.status).toBe('resolved')
    if (status !== 'open') expect(decide(standings[status], { kind: 'reopen' }, at)?.status).toBe('open')
  }
})
