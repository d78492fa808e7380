import type { ViolationView } from '@/contracts/violation'
import type { Rule } from '@/domain/plan/rule'
import { spelling } from '@/domain/violations/fix/dirty-value'
import type { Stores } from '@/server/ports/stores'

/**
 * The rules of a plan's head that matter for a violation: what its event may be judged by, and for an event that nobody
 * planned, those that have its name in another spelling, of which one may be meant.
 */
export const rulesFor = async (
  { plans, rules }: Stores,
  { plan, rule, type }: Pick<ViolationView, 'plan' | 'rule' | 'type'>,
): Promise<readonly Rule[]> => {
  const version = (await plans.find(plan.id))?.headVersion ?? null
  if (version === null) return []
  const { type: ruleType, key } = rule
  if (key === null) return rules.judging(plan.id, version, { type: ruleType, keys: [] })
  const alike =
    type === 'unplanned-event' ? await rules.namesAlike(plan.id, version, { type: ruleType, key }) : []
  const meant = alike.filter((name) => spelling(name) === spelling(key))
  return rules.judging(plan.id, version, { type: ruleType, keys: [key, ...meant] })
}
