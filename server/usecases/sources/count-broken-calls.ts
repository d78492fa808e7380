import type { Context } from '@/server/ports/context'

const hourMs = 3_600_000
/** A source shows seven days. */
const keptHours = 8 * 24

/** Counts which calls of each source broke something, in hours that are over and to which something was added. */
export const countBrokenCalls = (ctx: Context): Promise<void> => {
  const hour = Math.floor(Date.parse(ctx.now()) / hourMs)
  const window = { from: instantOf(hour - keptHours), to: instantOf(hour) }
  return ctx.transaction(({ sources }) => sources.countBrokenCalls(window))
}

const instantOf = (hour: number): string => new Date(hour * hourMs).toISOString()
