import type { Rollout, Standing, ViolationStatus } from './standing'

/** What people and change requests can do to a violation. */
export type Decision = { readonly reason?: string | null } & (
  | { readonly kind: 'reopen' }
  /** A change request was opened that is to end it. */
  | { readonly kind: 'plan-fix'; readonly request: number }
  | { readonly kind: 'await-rollout'; readonly rollout: Rollout }
  | { readonly kind: 'resolve'; readonly rollout: Rollout | null }
  | { readonly kind: 'ignore'; readonly until: string | null }
  /** That change request was published. */
  | { readonly kind: 'roll-out'; readonly request: number; readonly rollout: Rollout }
  /** That change request was closed unpublished. */
  | { readonly kind: 'drop-fix'; readonly request: number }
)

type Kind = Decision['kind']

/** Where each decision leads from each status; what is missing cannot be decided there. */
export const decisions: Readonly<Record<ViolationStatus, Readonly<Partial<Record<Kind, ViolationStatus>>>>> =
  {
    open: {
      'plan-fix': 'fix-planned',
      'await-rollout': 'waiting-for-rollout',
      resolve: 'resolved',
      ignore: 'ignored',
    },
    'fix-planned': {
      reopen: 'open',
      'plan-fix': 'fix-planned',
      'await-rollout': 'waiting-for-rollout',
      resolve: 'resolved',
      ignore: 'ignored',
      'roll-out': 'waiting-for-rollout',
      'drop-fix': 'open',
    },
    'waiting-for-rollout': {
      reopen: 'open',
      'plan-fix': 'fix-planned',
      'await-rollout': 'waiting-for-rollout',
      resolve: 'resolved',
      ignore: 'ignored',
    },
    resolved: {
      reopen: 'open',
      'await-rollout': 'waiting-for-rollout',
      resolve: 'resolved',
      ignore: 'ignored',
    },
    ignored: {
      reopen: 'open',
      'plan-fix': 'fix-planned',
      'await-rollout': 'waiting-for-rollout',
      resolve: 'resolved',
      ignore: 'ignored',
    },
  }

/** The standing after a decision taken at an instant; null where it cannot be taken. */
export const decide = (standing: Standing, decision: Decision, at: string): Standing | null => {
  const status = decisions[standing.status][decision.kind]
  if (status === undefined) return null
  const taken = { since: at, reason: decision.reason ?? null }
  switch (decision.kind) {
    case 'reopen':
      return { ...taken, status: 'open' }
    case 'plan-fix':
      return { ...taken, status: 'fix-planned', request: decision.request }
    case 'await-rollout':
      return {
        ...taken,
        status: 'waiting-for-rollout',
        rollout: decision.rollout,
        request: requestOf(standing),
      }
    case 'resolve':
      return { ...taken, status: 'resolved', rollout: decision.rollout, request: requestOf(standing) }
    case 'ignore':
      return { ...taken, status: 'ignored', until: decision.until }
    case 'roll-out':
      return isFixedBy(standing, decision.request)
        ? {
            ...taken,
            status: 'waiting-for-rollout',
            rollout: decision.rollout,
            request: decision.request,
          }
        : null
    case 'drop-fix':
      return isFixedBy(standing, decision.request) ? { ...taken, status: 'open' } : null
  }
}

const requestOf = (standing: Standing): number | null => ('request' in standing ? standing.request : null)

const isFixedBy = (standing: Standing, request: number): boolean => requestOf(standing) === request
