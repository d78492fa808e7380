import type { Context } from '@/server/ports/context'

const dayMs = 24 * 3_600_000
const jobsKeptMs = 30 * dayMs
/** Twice as long as a key is good for. */
const keysKeptMs = 2 * dayMs

/** Drops jobs that only looked and ended a month ago (publishes stay), and idempotency keys that no longer count. */
export const pruneJobs = (ctx: Context): Promise<void> =>
  ctx.transaction(async ({ idempotency, jobs }) => {
    await jobs.prune(before(ctx.now(), jobsKeptMs))
    await idempotency.prune(before(ctx.now(), keysKeptMs))
  })

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString()
