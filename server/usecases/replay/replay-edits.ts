import { applyEdits } from '@/domain/plan/apply-edits'
import type { Edit } from '@/domain/plan/edit'
import { type ReplayFound, replayResult } from '@/domain/replay/replay-result'
import { emptyTally, joinTally } from '@/domain/replay/replay-tally'
import { rulesOfTouched, touchedCalls } from '@/domain/replay/touched-calls'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import { ruleTypeOfCall } from '@/domain/violations/occurrence'
import type { Context } from '@/server/ports/context'
import type { JobRun } from '@/server/ports/job-runner'
import type { Proposal } from '@/server/ports/schema-judge'
import type { RecordedCall } from '@/server/ports/traffic-store'
import { asEnforced } from '../traffic/as-enforced'
import { inferFromReports } from './infer-from-reports'
import { nameOfCall, touchedNames } from './touched-names'

/** Edits on a version of a plan. */
export type Proposed = {
  readonly planId: string
  readonly baseVersion: number
  readonly edits: readonly Edit[]
}

export type ReplayEnd =
  | { readonly is: 'judged'; readonly result: ReplayFound }
  /** `reason` is a sentence. */
  | { readonly is: 'not-judged'; readonly reason: string }
  | { readonly is: 'called-off' }

/** As many calls as are read and judged at once; an event may have calls of 32 kB. */
const pageSize = 500

/**
 * Judges the recorded calls that edits touch by the rules before and after them, page by page, away from this process,
 * and guesses at violations of events that have none. `isCalledOff` is asked between two pages.
 */
export const replayEdits = async (
  ctx: Context,
  proposed: Proposed,
  run: Pick<JobRun<'replay'>, 'progress' | 'signal'> & { readonly isCalledOff: () => Promise<boolean> },
): Promise<ReplayEnd> => {
  const { planId, edits } = proposed
  const touched = touchedCalls(edits)
  const events = touchedNames(touched)
  const proposal = proposalOf(ctx, proposed)
  const isTouched = (call: RecordedCall) => touched.types.includes(ruleTypeOfCall[call.callType])
  const { total, enforced } = await ctx.transaction(async (stores) => ({
    total: (await stores.traffic.totals(planId, { events })).kept,
    enforced: await asEnforced(stores, planId),
  }))
  const tally = emptyTally()
  const met = new Set<string>()
  let done = 0
  for (let after: string | null | undefined; after !== null; ) {
    run.signal.throwIfAborted()
    if (await run.isCalledOff()) return { is: 'called-off' }
    const query = { events, limit: pageSize, ...(after === undefined ? {} : { after }) }
    const page = await ctx.transaction(({ traffic }) => traffic.page(planId, query))
    const calls = page.calls.filter(isTouched).map(enforced)
    if (calls.length > 0) {
      const judged = await ctx.judge.replay(proposal, calls, run.signal)
      if (!judged.ok) return { is: 'not-judged', reason: judged.reason }
      joinTally(tally, judged.answer)
    }
    for (const call of calls) met.add(nameOfCall(call))
    done += page.calls.length
    await run.progress({ done, total: Math.max(done, total), unit: 'calls' })
    after = page.next
  }
  const inferred = await inferFromReports(ctx, planId, { touched, met, proposal, signal: run.signal })
  return { is: 'judged', result: { ...replayResult(tally), inferred } }
}

const proposalOf = (ctx: Context, { planId, baseVersion, edits }: Proposed): Proposal => ({
  key: `${planId}/${baseVersion}/${requestFingerprint(edits)}`,
  rules: async () => {
    const base = await ctx.transaction(({ rules }) => rules.ofVersion(planId, baseVersion))
    const applied = applyEdits(base, edits)
    if (!applied.ok) throw new Error(applied.problems.map(({ message }) => message).join(' '))
    const touched = touchedCalls(edits)
    return { base: rulesOfTouched(base, touched), proposal: rulesOfTouched(applied.rules, touched) }
  },
})
