import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { harmlessRewritings, understood } from '@/domain/publish/rewriting'
import type { Context } from '@/server/ports/context'
import type { PublishGoal } from './publish-goal'

/**
 * What a target holds after everything was sent, with what it makes of our rules taken for them, and remembered: only
 * where nobody could tell the difference. What it still holds as it did before (`heldBefore`) may be late instead, and
 * is not taken for its way of writing.
 */
export const learnRewritings = async (
  ctx: Context,
  { goal, planId }: { readonly goal: PublishGoal; readonly planId: string },
  held: readonly Rule[],
  heldBefore: readonly Rule[] = [],
): Promise<readonly Rule[]> => {
  const before = new Map(heldBefore.map((rule) => [ruleKey(rule), rule.schemaText]))
  const moved = held.filter((rule) => before.get(ruleKey(rule)) !== rule.schemaText)
  const sent = goal
    .operations(held)
    .upserts.flat()
    .flatMap((upsert) => {
      const reading = ruleFromText(ruleIdOf(upsert), upsert.schemaText)
      return reading.ok && upsert.newKey === undefined ? [reading.rule] : []
    })
  const rewritings = harmlessRewritings(sent, moved)
  if (rewritings.length === 0) return held
  await ctx.transaction(({ drift }) => drift.learn(planId, rewritings))
  return understood(held, rewritings)
}
