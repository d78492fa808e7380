import type { Context } from '@/server/ports/context'

type PartHealth = 'ok' | 'down'

/** A worker writes a heartbeat every few seconds; after this long without one it counts as gone. */
const silence = 30_000

/** How the parts are. Throws when the database does not answer. */
export const readHealth = async (
  ctx: Context,
): Promise<{ readonly database: PartHealth; readonly worker: PartHealth }> => {
  const beat = await ctx.transaction(({ jobs }) => jobs.lastBeat())
  const isAlive = beat !== null && Date.parse(ctx.now()) - Date.parse(beat) <= silence
  return { database: 'ok', worker: isAlive ? 'ok' : 'down' }
}
