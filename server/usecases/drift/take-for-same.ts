import { ruleHash } from '@/domain/plan/rule-hash'
import { ruleKey } from '@/domain/plan/rule-id'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { DriftedRule } from '@/domain/publish/drift'
import { type Rewriting, understood } from '@/domain/publish/rewriting'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/**
 * Takes what Segment holds for its way of writing what it was sent last: the newest version where one is on its way,
 * else the live one. From then on it is no drift, and not sent again.
 */
export const takeForSame = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  drifted: readonly DriftedRule[],
): Promise<void> => {
  const rewritings = drifted.map(({ rule, base, ours, theirs }): Rewriting => {
    const sent = plan.headVersion === plan.liveVersion ? base : ours
    if (sent === null || theirs === null)
      return fail({
        code: 'invalid-input',
        fields: [{ path: 'choices', message: 'Only a rule that both sides have can be the same.' }],
      })
    return { rule, sent: sent.hash, held: ruleHash(theirs.schemaText) }
  })
  await stores.drift.learn(plan.id, rewritings)
  const taken = new Set(drifted.map(({ rule }) => ruleKey(rule)))
  const seen = await stores.plans.seenRules(plan.id)
  // What was seen of the others is understood already.
  const now = seen.flatMap((rule) =>
    taken.has(ruleKey(rule))
      ? understood([{ ...rule, hash: ruleHash(rule.schemaText) }], rewritings)
      : [rule],
  )
  const at = plan.lastSeenAt ?? ctx.now()
  await stores.plans.recordSeen(plan.id, { at, seenHash: rulesHash(now), rules: now })
}
