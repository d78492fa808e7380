import type { Edit } from '@/domain/plan/edit'
import { ruleKey } from '@/domain/plan/rule-id'
import type { IgnoredDrift } from '@/domain/publish/ignored-drift'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { touchedBy } from './edit-steps'
import { planDrift } from './plan-drift'

/** The drift that a publish of these edits leaves as it is. What the edits themselves touch is never ignored. */
export const ignoredBy = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  edits: readonly Edit[],
): Promise<readonly IgnoredDrift[]> => {
  const touched = new Set(touchedBy(edits).map(ruleKey))
  const drifted = await planDrift(ctx, stores, plan)
  return drifted.flatMap(({ rule, ignored }) => (ignored && !touched.has(ruleKey(rule)) ? [ignored] : []))
}
