import type { ChangeViolation } from '@/contracts/violation'
import type { Triaged } from '@/server/ports/triage-store'

/**
 * The change that takes another one back, as far as people may: to where the violation stood, and to whom it was given.
 * What waited for a version of the plan cannot be said by hand and is left out.
 */
export const undoing = ({ standing, assigneeId }: Triaged, change: ChangeViolation): ChangeViolation => ({
  ...(change.assignee === undefined ? {} : { assignee: assigneeId }),
  ...(isDecided(change) ? standingBefore(standing) : {}),
})

const isDecided = ({ status, resolvedIn, ignoreUntil }: ChangeViolation): boolean =>
  status !== undefined || resolvedIn !== undefined || ignoreUntil !== undefined

const standingBefore = (standing: Triaged['standing']): ChangeViolation => {
  const reason = standing.reason === null ? {} : { reason: standing.reason }
  switch (standing.status) {
    case 'open':
      return { status: 'open', ...reason }
    case 'fix-planned':
      return { status: 'fix-planned', changeRequest: standing.request, ...reason }
    case 'ignored':
      return { status: 'ignored', ignoreUntil: standing.until, ...reason }
    case 'waiting-for-rollout':
      return 'app' in standing.rollout
        ? { status: 'waiting-for-rollout', resolvedIn: standing.rollout.app, ...reason }
        : {}
    case 'resolved':
      return {
        status: 'resolved',
        ...(standing.rollout !== null && 'app' in standing.rollout
          ? { resolvedIn: standing.rollout.app }
          : {}),
        ...reason,
      }
  }
}
