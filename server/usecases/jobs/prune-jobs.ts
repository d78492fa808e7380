import type { Context } from '@/server/ports/context'

const dayMs = 24 * 3_600_000
const jobsKeptMs = 30 * dayMs
/** Twice as long as a key is good for. */
const keysKeptMs = 2 * dayMs

const presenceKeptMs = 3_600_000
/** A rule alerts of nothing twice for as long as it remembers. */
const alertsKeptMs = 180 * dayMs

/**
 * Drops jobs that only looked and ended a month ago (publishes stay), idempotency keys that no longer count, tabs
 * that were closed without a word, and alerts of half a year ago.
 */
export const pruneJobs = (ctx: Context): Promise<void> =>
  ctx.transaction(async ({ alerts, idempotency, jobs, presence }) => {
    await jobs.prune(before(ctx.now(), jobsKeptMs))
    await alerts.prune(before(ctx.now(), alertsKeptMs))
    await presence.prune(before(ctx.now(), presenceKeptMs))
    await idempotency.prune(before(ctx.now(), keysKeptMs))
  })

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString()
