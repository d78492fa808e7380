import type { DiffView } from '@/contracts/plan'
import { diffRules, type Rename } from '@/domain/diff/diff-rules'
import { ruleIdOf, sameRule } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import { authorize } from '../authorize'
import { changeView } from '../change-view'
import { findPlan, versionAsked } from './find-plan'

type ReadDiff = { readonly plan: string; readonly from: number; readonly to: number }

/** What changed from one version of a plan to another, in either direction. */
export const readDiff = (ctx: Context, { plan: id, from, to }: ReadDiff): Promise<DiffView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, id)
    for (const version of [from, to]) versionAsked(plan, version)
    const before = await stores.rules.ofVersion(plan.id, from)
    const after = await stores.rules.ofVersion(plan.id, to)
    const gone = notIn(after, before)
    const come = notIn(before, after)
    return { changes: diffRules(gone, come, renamesOf(gone, come)).map(changeView) }
  })

/** A rule that stands unchanged in both versions is one and the same row. */
const notIn = (others: readonly StoredRule[], rules: readonly StoredRule[]): readonly StoredRule[] => {
  const known = new Set(others.map(({ id }) => id))
  return rules.filter(({ id }) => !known.has(id))
}

const renamesOf = (before: readonly StoredRule[], after: readonly StoredRule[]): Rename[] => {
  const successors = new Map(after.map((rule) => [rule.lineage, rule]))
  return before.flatMap((rule) => {
    const successor = successors.get(rule.lineage)
    return successor && !sameRule(rule, successor) ? [{ from: ruleIdOf(rule), to: ruleIdOf(successor) }] : []
  })
}
