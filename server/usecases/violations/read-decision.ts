import type { ChangeViolation } from '@/contracts/violation'
import type { Decision } from '@/domain/violations/decide'
import type { Standing } from '@/domain/violations/standing'
import { fail } from '../fail'

/**
 * The decision that a change asks for; null where it leaves the standing alone. `resolvedIn` by itself resolves, or
 * says anew what a resolved or waiting violation goes out with; `ignoreUntil` by itself ignores.
 */
export const readDecision = (change: ChangeViolation, standing: Standing, now: string): Decision | null => {
  const status = change.status ?? impliedStatus(change, standing)
  const reason = change.reason ?? null
  switch (status) {
    case undefined:
      return null
    case 'open':
      return { kind: 'reopen', reason }
    case 'fix-planned':
      if (change.changeRequest === undefined)
        return refuse('changeRequest', 'Name the change request that is to end it.')
      return { kind: 'plan-fix', request: change.changeRequest, reason }
    case 'waiting-for-rollout':
      if (typeof change.resolvedIn !== 'string')
        return refuse('resolvedIn', 'Name the app version that it waits for.')
      return { kind: 'await-rollout', rollout: { app: change.resolvedIn }, reason }
    case 'resolved':
      return {
        kind: 'resolve',
        rollout: typeof change.resolvedIn === 'string' ? { app: change.resolvedIn } : null,
        reason,
      }
    case 'ignored':
      return ignore(change, standing, now)
  }
}

const impliedStatus = (change: ChangeViolation, standing: Standing): ChangeViolation['status'] => {
  if (change.resolvedIn !== undefined)
    return standing.status === 'waiting-for-rollout' ? standing.status : 'resolved'
  return change.ignoreUntil === undefined ? undefined : 'ignored'
}

const ignore = (change: ChangeViolation, standing: Standing, now: string): Decision => {
  const said = change.reason ?? (standing.status === 'ignored' ? standing.reason : null)
  if (said === null) return refuse('reason', 'Say why it is ignored.')
  const until = change.ignoreUntil ?? null
  if (until !== null && Date.parse(until) <= Date.parse(now))
    return refuse('ignoreUntil', 'This time is over already.')
  return { kind: 'ignore', until: until && new Date(until).toISOString(), reason: said }
}

const refuse = (path: string, message: string): never =>
  fail({ code: 'invalid-input', fields: [{ path, message }] })
