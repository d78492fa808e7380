import type { Context } from '@/server/ports/context'

const dayMs = 24 * 3_600_000
const jobsKeptMs = 30 * dayMs
/** Twice as long as a key is good for. */
const keysKeptMs = 2 * dayMs

const presenceKeptMs = 3_600_000

/**
 * Drops jobs that only looked and ended a month ago (publishes stay), idempotency keys that no longer count, and tabs
 * that were closed without a word.
 */
export const pruneJobs = (ctx: Context): Promise<void> =>
  ctx.transaction(async ({ idempotency, jobs, presence }) => {
    await jobs.prune(before(ctx.now(), jobsKeptMs))
    await presence.prune(before(ctx.now(), presenceKeptMs))
    await idempotency.prune(before(ctx.now(), keysKeptMs))
  })

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString()
