import type { Context } from '@/server/ports/context'

/** Makes room for the arrivals of the next days, and forgets those that are too old to matter, the late ones included. */
export const keepArrivalDays = async (ctx: Context): Promise<void> => {
  await ctx.transaction(({ violations }) => violations.keepDays(ctx.now()))
}
