import { z } from 'zod'
import { RuleId } from '@/contracts/rule'
import type { Json } from '@/domain/plan/json'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { publishSummary } from '@/domain/publish/publish-operations'
import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { Stores } from '@/server/ports/stores'
import { lockPlan } from '../change-requests/load-change-request'
import { findPlan } from '../plans/find-plan'
import { carryOut, type Errand } from '../publishing/carry-out'
import { type Pace, realPace } from '../publishing/pace'
import { goalOfRules } from '../publishing/publish-goal'
import { recordHeld } from '../publishing/record-held'
import { segmentTarget } from '../publishing/segment-target'
import { troubleOf } from '../publishing/trouble'
import { planSubject } from '../workspaces/subjects'

export type PublishOurs = {
  readonly planId: string
  readonly rules: readonly Json[]
  readonly jobId: string
}

/** A rule with the content hash that was overruled; null: Segment held no such rule. */
const Overruled = RuleId.extend({ seen: z.string().nullable() })

/**
 * The job `publish-ours`: writes what we last published over the chosen rules in Segment, and takes away those that
 * we do not hold. Stops when such a rule has changed once more since somebody looked. Can be run again after a stop
 * at any instruction.
 */
export const publishOurs = async (
  ctx: Context,
  input: PublishOurs,
  pace: Pace = realPace,
): Promise<JobRunEnd> => {
  const errand = await ctx.transaction((stores) => errandOf(ctx, stores, input))
  const ended = await carryOut(ctx, { ...errand, pace })
  const trouble = await troubleOf(ctx, errand, ended)
  if (trouble !== null && 'retry' in trouble) return trouble

  const summary = ended.kind === 'reached' ? publishSummary(ended.counts) : null
  await ctx.transaction(async (stores) => {
    const plan = await lockPlan(stores, input.planId)
    if ('held' in ended) await recordHeld(ctx, stores, plan, ended.held)
    await stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: trouble === null ? 'drift-overwritten' : 'drift-overwrite-failed',
      subject: planSubject(plan.id),
      details: trouble === null ? { summary } : trouble.failed,
    })
  })
  return trouble ?? { done: { summary } }
}

const errandOf = async (
  ctx: Context,
  stores: Stores,
  { planId, rules, jobId }: PublishOurs,
): Promise<Omit<Errand, 'pace'>> => {
  const plan = await findPlan(stores, planId)
  const live = plan.liveVersion === null ? [] : await stores.rules.ofVersion(plan.id, plan.liveVersion)
  const ours = new Map(live.map((rule) => [ruleKey(rule), rule]))
  return {
    jobId,
    target: await segmentTarget(ctx, stores, plan),
    goal: goalOfRules(
      z
        .array(Overruled)
        .parse(rules)
        .map((rule) => ({
          rule: ruleIdOf(rule),
          wanted: ours.get(ruleKey(rule)) ?? null,
          expected: rule.seen,
        })),
    ),
  }
}
