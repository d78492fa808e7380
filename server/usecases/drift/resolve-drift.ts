import type { DriftResolved, ResolveDrift } from '@/contracts/drift'
import { ruleKey } from '@/domain/plan/rule-id'
import type { DriftedRule } from '@/domain/publish/drift'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { lockPlan } from '../change-requests/load-change-request'
import { fail } from '../fail'
import { planDrift } from '../publishing/plan-drift'
import { writerKey } from '../publishing/segment-target'
import { planSubject } from '../workspaces/subjects'
import { adoptTheirs } from './adopt-theirs'
import { driftView } from './drift-view'
import { lookOtherwise, wordsAmong } from './look-otherwise'

/**
 * Ends drift by a person's word on each rule: `theirs` becomes a change request in review, since what Segment holds
 * needs an approval like any other change; `ours` is published again by a job; the others only say how to look at it.
 * `stale` carries the drift as it is when a rule no longer differs.
 */
export const resolveDrift = (
  ctx: Context,
  input: { readonly plan: string } & ResolveDrift,
): Promise<DriftResolved> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'resolve-drift')
    const plan = await lockPlan(stores, input.plan)
    const found = await planDrift(ctx, stores, plan)
    const drifted = new Map(found.map((entry) => [ruleKey(entry.rule), entry]))
    const chosen = [...new Map(input.choices.map((choice) => [ruleKey(choice.rule), choice])).values()]
    if (chosen.some(({ rule }) => !drifted.has(ruleKey(rule))))
      fail({
        code: 'stale',
        detail: 'Some of these rules no longer differ.',
        current: await driftView(stores, plan, found),
      })
    const taken = (take: 'ours' | 'theirs') =>
      chosen.flatMap((choice) => (choice.take === take ? (drifted.get(ruleKey(choice.rule)) ?? []) : []))

    const [ours, theirs] = [taken('ours'), taken('theirs')]
    const number = theirs.length > 0 ? await adoptTheirs(ctx, stores, plan, theirs) : null
    const jobId = ours.length > 0 ? await publishOursAgain(ctx, stores, plan, ours) : null
    const words = wordsAmong(chosen)
    await lookOtherwise(ctx, stores, plan, drifted, words)
    await stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'drift-resolved',
      subject: planSubject(plan.id),
      details: {
        ours: ours.map(({ rule }) => ruleKey(rule)),
        theirs: theirs.map(({ rule }) => ruleKey(rule)),
        words: words.map(({ rule, ...said }) => ({ rule: ruleKey(rule), ...said })),
        number,
        jobId,
      },
    })
    return { ...(number === null ? {} : { number }), ...(jobId === null ? {} : { jobId }) }
  })

const publishOursAgain = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  drifted: readonly DriftedRule[],
): Promise<string> => {
  const singleKey = writerKey(plan.id)
  if ((await stores.jobs.unfinished(singleKey)) !== null)
    fail({
      code: 'wrong-state',
      detail: 'Something else is being written to this plan in Segment. Try again when it is done.',
      status: 'busy',
    })
  return stores.jobs.add({
    kind: 'publish-ours',
    payload: {
      planId: plan.id,
      rules: drifted.map(({ rule, theirs }) => ({ ...rule, seen: theirs?.hash ?? null })),
    },
    subject: planSubject(plan.id),
    singleKey,
    requestedBy: ctx.actor.personId,
  })
}
