import type { Rename } from '@/domain/diff/diff-rules'
import type { Head } from '@/domain/merge/bring-up-to-date'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { ChangeRequest } from '@/server/ports/change-request-store'
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

/** The head of a plan as a request sees it, wherever its edits began. */
export const headFor = async (stores: Stores, plan: Plan, request: ChangeRequest): Promise<PlanHead> =>
  seenFrom(request, await headSince(stores, plan, request.baseVersion))

/** Edits of a promotion that is not settled name rules as upstream does, which the plan may call otherwise. */
export const seenFrom = ({ promotion }: Pick<ChangeRequest, 'promotion'>, head: PlanHead): PlanHead => {
  const { renames = [] } = head
  if (promotion === null || promotion.renames.length === 0) return head
  const since = new Map(renames.map(({ from, to }) => [ruleKey(from), to]))
  const followed = promotion.renames.map(({ from, to }) => ({ from, to: since.get(ruleKey(to)) ?? to }))
  return { ...head, renames: [...renames, ...followed] }
}

/** Whether a request has to be brought to the head of its plan before anything else. */
export const isBehind = (plan: Plan, { baseVersion, promotion }: ChangeRequest): boolean =>
  (plan.headVersion ?? baseVersion) !== baseVersion || promotion?.unsettled === true

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
