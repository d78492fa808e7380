import type { Context } from '@/server/ports/context'
import type { LiveCall, LiveVerdict } from '@/server/ports/live-store'
import type { CollectedCall } from './judge-collected'
import type { KnownSource } from './known-sources'

/** Calls of one source that are shown in a second, for each process that receives: a person reads no faster. */
const shownPerSecond = 20

export type LiveSampler = {
  /** What the debugger is to show of these calls. */
  readonly choose: (
    source: KnownSource['source'],
    keyEnding: string,
    calls: readonly CollectedCall[],
  ) => readonly LiveCall[]
}

/** Chooses what the debugger shows: everything where little arrives, the first of each second where much does. */
export const liveSampler = (ctx: Context): LiveSampler => {
  const budgets = new Map<string, { second: number; left: number; skipped: number }>()
  const budgetOf = (sourceId: string) => {
    const second = Math.floor(Date.parse(ctx.now()) / 1_000)
    const known = budgets.get(sourceId)
    const budget = known ?? { second, left: shownPerSecond, skipped: 0 }
    if (!known) budgets.set(sourceId, budget)
    if (budget.second !== second) {
      budget.second = second
      budget.left = shownPerSecond
    }
    return budget
  }
  return {
    choose: ({ id, workspaceId }, keyEnding, calls) => {
      const budget = budgetOf(id)
      return calls.flatMap((call) => {
        if (budget.left === 0) {
          budget.skipped += 1
          return []
        }
        budget.left -= 1
        const { skipped } = budget
        budget.skipped = 0
        return { ...liveCall(ctx, call), workspaceId, sourceId: id, keyEnding, skipped }
      })
    },
  }
}

const liveCall = (
  ctx: Context,
  { type, event, mask, judged, refusal }: CollectedCall,
): Omit<LiveCall, 'workspaceId' | 'sourceId' | 'keyEnding' | 'skipped'> => ({
  id: ctx.newId(),
  at: ctx.now(),
  callType: type,
  event,
  ...mask(),
  verdict: verdictOf(judged, refusal),
})

const verdictOf = (judged: CollectedCall['judged'], refusal: string | null): LiveVerdict => {
  if (refusal !== null) return { is: 'refused', reason: refusal }
  if (judged === null) return { is: 'not-judged', reason: 'No plan judges it.' }
  if (judged.notJudged !== null && judged.breaches.length === 0)
    return { is: 'not-judged', reason: judged.notJudged }
  return { is: 'judged', breaches: judged.breaches, ruleVersion: judged.ruleVersion }
}
