import type { Context } from '@/server/ports/context'
import type { LiveCall, LiveVerdict } from '@/server/ports/live-store'
import type { CollectedCall } from './judge-collected'
import type { KnownSource } from './known-sources'

/** Calls of one write key that are shown in a second, for each process that receives: a person reads no faster. */
const shownOfKey = 20

/** The same of one source, however many write keys it has. */
const shownOfSource = 200

type Budget = { second: number; left: number }

type Sampled = Pick<Context, 'newId' | 'now'>

export type LiveSampler = {
  /** What the debugger is to show of these calls. */
  readonly choose: (
    source: KnownSource['source'],
    keyEnding: string,
    calls: readonly CollectedCall[],
  ) => readonly LiveCall[]
}

/**
 * Chooses what the debugger shows: everything where little arrives, the first of each second where much does. Write keys
 * are told apart, so that one by which much comes takes nothing away from another: 20 calls a second of each, 200 of a
 * source.
 */
export const liveSampler = (ctx: Sampled): LiveSampler => {
  const budgets = new Map<string, Budget>()
  const skippedOf = new Map<string, number>()
  const budgetOf = (name: string, whole: number): Budget => {
    const second = Math.floor(Date.parse(ctx.now()) / 1_000)
    const known = budgets.get(name)
    if (known?.second === second) return known
    const budget = { second, left: whole }
    budgets.set(name, budget)
    return budget
  }
  return {
    choose: ({ id, workspaceId }, keyEnding, calls) => {
      const key = `${id} ${keyEnding}`
      const ofKey = budgetOf(key, shownOfKey)
      const ofSource = budgetOf(id, shownOfSource)
      return calls.flatMap((call) => {
        const skipped = skippedOf.get(key) ?? 0
        if (ofKey.left === 0 || ofSource.left === 0) {
          skippedOf.set(key, skipped + 1)
          return []
        }
        ofKey.left -= 1
        ofSource.left -= 1
        skippedOf.delete(key)
        return { ...liveCall(ctx, call), workspaceId, sourceId: id, keyEnding, skipped }
      })
    },
  }
}

const liveCall = (
  ctx: Sampled,
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
