import type { Rollout, Standing, ViolationStatus } from '@/domain/violations/standing'
import { instant, instantOrNull } from '../rows/instant'

/** The columns of a violation that say where it stands. */
export type StandingColumns = {
  readonly status: ViolationStatus
  readonly status_at: Date | null
  readonly reason: string | null
  readonly ignore_until: Date | null
  readonly resolved_in: string | null
  readonly resolved_in_plan: number | null
  readonly fix_request: number | null
}

export const toStanding = (row: StandingColumns): Standing => {
  const { reason } = row
  const since = instantOrNull(row.status_at)
  switch (row.status) {
    case 'open':
      return { status: 'open', since, reason }
    case 'fix-planned':
      return { status: 'fix-planned', since, reason, request: known(row.fix_request) }
    case 'waiting-for-rollout':
      return {
        status: 'waiting-for-rollout',
        since,
        reason,
        rollout: known(rolloutOf(row)),
        request: row.fix_request,
      }
    case 'resolved':
      return { status: 'resolved', since, reason, rollout: rolloutOf(row), request: row.fix_request }
    case 'ignored':
      return {
        status: 'ignored',
        since,
        reason,
        until: row.ignore_until && instant(row.ignore_until),
      }
  }
}

/** What is written for a standing: every column, so that nothing of the one before is left. */
export const standingColumns = (standing: Standing) => ({
  status: standing.status,
  statusAt: standing.since,
  reason: standing.reason,
  ignoreUntil: standing.status === 'ignored' ? standing.until : null,
  fixRequest: 'request' in standing ? standing.request : null,
  ...rolloutColumns('rollout' in standing ? standing.rollout : null),
})

const rolloutColumns = (rollout: Rollout | null) => ({
  resolvedIn: rollout !== null && 'app' in rollout ? rollout.app : null,
  resolvedInPlan: rollout !== null && 'planVersion' in rollout ? rollout.planVersion : null,
})

const rolloutOf = ({ resolved_in, resolved_in_plan }: StandingColumns): Rollout | null => {
  if (resolved_in !== null) return { app: resolved_in }
  return resolved_in_plan === null ? null : { planVersion: resolved_in_plan }
}

const known = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('A violation lacks what its status names.')
  return value
}
