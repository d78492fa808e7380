import { settleStanding } from '@/domain/violations/settle-standing'
import type { Context } from '@/server/ports/context'
import { type DecisionNote, keepStanding, noteDecisions } from './keep-decisions'

const atOnce = 200

/** Moves on what time alone moves: ignored violations come back at their time, quiet ones that wait are resolved. */
export const settleViolations = async (ctx: Context): Promise<void> => {
  const due = await ctx.transaction(({ triage }) => triage.due(ctx.now(), 10_000))
  for (let start = 0; start < due.length; start += atOnce) await settle(ctx, due.slice(start, start + atOnce))
}

const settle = (ctx: Context, ids: readonly string[]): Promise<void> =>
  ctx.transaction(async (stores) => {
    const notes: DecisionNote[] = []
    for (const violation of await stores.triage.lock(ids)) {
      const { standing, lastSeen } = violation
      const settled = settleStanding(standing, { lastSeen, now: ctx.now() })
      if (settled === standing) continue
      const kind = settled.status === 'resolved' ? 'rolled-out' : 'status'
      notes.push(await keepStanding(ctx, stores, violation, settled, kind))
    }
    await noteDecisions(ctx, stores, notes)
  })
