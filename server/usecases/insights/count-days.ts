import type { Context } from '@/server/ports/context'

const dayMs = 24 * 3_600_000

/** Occurrences may be told 35 days late, and Segment counts again what is less than 30 days old. */
export const changingDays = 36

/**
 * Counts what each plan's sources sent, for the last days, today included: as many as a caller thinks may have changed.
 * The first time, for all days.
 */
export const countDays = (ctx: Context, days: number): Promise<void> =>
  ctx.transaction(async ({ insights }) => {
    const today = Date.parse(ctx.now())
    const from = dayOf(today - (days - 1) * dayMs)
    await insights.countDays((await insights.hasDays()) ? { from, to: dayOf(today) } : null)
  })

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
