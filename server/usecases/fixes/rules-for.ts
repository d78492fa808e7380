import type { ViolationView } from '@/contracts/violation'
import type { Rule } from '@/domain/plan/rule'
import type { Stores } from '@/server/ports/stores'

/** What an event may be judged by; for one that nobody planned, all names of its type, of which one may be meant. */
export const rulesFor = async (
  stores: Stores,
  { plan, rule, type }: ViolationView,
): Promise<readonly Rule[]> => {
  const found = await stores.plans.find(plan.id)
  if (found?.headVersion == null) return []
  const rules = await stores.rules.ofVersion(plan.id, found.headVersion)
  return rules.filter(
    (one) =>
      one.type === 'COMMON' ||
      (one.type === rule.type && (type === 'unplanned-event' || one.key === null || one.key === rule.key)),
  )
}
