import type { Context } from '@/server/ports/context'

/** Works out anew how much of its event's volume each violation was in the last seven days. */
export const weighViolations = (ctx: Context): Promise<void> =>
  ctx.transaction(({ board }) => board.weigh(ctx.now()))
