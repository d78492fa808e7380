import type { Rename } from '@/domain/diff/diff-rules'
import type { Head } from '@/domain/merge/bring-up-to-date'
import { ruleIdOf } from '@/domain/plan/rule-id'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'

/** The newest version of a plan, with what it renamed since an older one. */
export type PlanHead = Head & { readonly version: number }

/** The head of a plan as a request sees it that began on version `since`. */
export const headSince = async (stores: Stores, plan: Plan, since: number): Promise<PlanHead> => {
  const version = plan.headVersion ?? since
  return {
    version,
    rules: await stores.rules.ofVersion(plan.id, version),
    renames: await renamesBetween(stores, plan.id, since, version),
  }
}

/** Rules that went on under another name from one version to a later one, by lineage. */
export const renamesBetween = async (
  stores: Stores,
  planId: string,
  from: number,
  to: number,
): Promise<readonly Rename[]> => {
  if (from === to) return []
  const { gone, come } = await stores.rules.between(planId, from, to)
  const heirs = new Map(come.map((rule) => [rule.lineage, rule]))
  return gone.flatMap((rule) => {
    const heir = heirs.get(rule.lineage)
    return heir && heir.key !== rule.key ? [{ from: ruleIdOf(rule), to: ruleIdOf(heir) }] : []
  })
}
