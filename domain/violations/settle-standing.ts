import type { Rollout, Standing } from './standing'

const hourMs = 3_600_000

/**
 * How long nothing may be seen before a violation that waits counts as resolved: a plan that Segment knows takes every
 * call at once, so a day; an app reaches its last users over weeks, so a week without any call of any version.
 */
export const quietMs = (rollout: Rollout): number => ('planVersion' in rollout ? 24 : 7 * 24) * hourMs

/**
 * Where time alone has brought a violation by now: one that was ignored until a time is open again, one that waits for
 * a rollout and was quiet for long enough is resolved. The same standing where nothing is due.
 */
export const settleStanding = (
  standing: Standing,
  { lastSeen, now }: { readonly lastSeen: string; readonly now: string },
): Standing => {
  if (standing.status === 'ignored')
    return standing.until !== null && standing.until <= now
      ? { status: 'open', since: now, reason: null }
      : standing
  if (standing.status !== 'waiting-for-rollout') return standing
  const quietSince = Math.max(Date.parse(lastSeen), Date.parse(standing.since ?? ''))
  return Date.parse(now) - quietSince >= quietMs(standing.rollout)
    ? { ...standing, status: 'resolved', since: now }
    : standing
}
