export const violationStatuses = [
  'open',
  'fix-planned',
  'waiting-for-rollout',
  'resolved',
  'ignored',
] as const

export type ViolationStatus = (typeof violationStatuses)[number]

/** What a fix goes out with: an app version, for a change in code, or a version of the plan. */
export type Rollout = { readonly app: string } | { readonly planVersion: number }

/**
 * Where a violation stands. `since` is when that began, ISO 8601 in UTC; null for one that was never decided about.
 * `request` is the change request that is to end it, or did.
 */
export type Standing = {
  readonly since: string | null
  /** In the words of whoever decided. */
  readonly reason: string | null
} & (
  | { readonly status: 'open' }
  | { readonly status: 'fix-planned'; readonly request: number }
  | { readonly status: 'waiting-for-rollout'; readonly rollout: Rollout; readonly request: number | null }
  | { readonly status: 'resolved'; readonly rollout: Rollout | null; readonly request: number | null }
  /** `until` is null where it is ignored for good. */
  | { readonly status: 'ignored'; readonly until: string | null }
)

/** What a violation is when it is first seen. */
export const untouched: Standing = { status: 'open', since: null, reason: null }
