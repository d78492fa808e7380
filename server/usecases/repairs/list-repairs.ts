import type { Listing } from '@/contracts/listing'
import type { RepairView, RuleRepairs } from '@/contracts/repair'
import type { Defect } from '@/domain/plan/defects/known-defects'
import { type OfferedRepair, offeredRepairs } from '@/domain/plan/defects/offered-repairs'
import type { Rule, RuleType } from '@/domain/plan/rule'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import { authorize } from '../authorize'
import { changeView } from '../change-view'
import { findPlan } from '../plans/find-plan'
import { slicePage } from '../plans/slice-page'
import { defectiveRules } from './defective-rules'

export type ListRepairs = {
  readonly plan: string
  /** With `version` of the rule: this rule only. A rule without a key has none. */
  readonly type?: RuleType
  readonly key?: string
  readonly version?: number
  readonly limit: number
  readonly cursor?: string
}

/** What could be done about the defects in the newest version of a plan, each repair judged by itself. */
export const listRepairs = async (ctx: Context, input: ListRepairs): Promise<Listing<RuleRepairs>> => {
  const { data, nextCursor } = await ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, input.plan)
    if (plan.headVersion === null) return { data: [], nextCursor: null }
    const { type, version, key = null } = input
    const named = type && version !== undefined ? [{ type, key, version }] : undefined
    return slicePage(await defectiveRules(stores, plan.id, plan.headVersion, named), ruleKey, input)
  })
  const judged: RuleRepairs[] = []
  for (const rule of data) judged.push(await repairsOf(ctx, rule))
  return { data: judged, nextCursor }
}

const repairsOf = async (ctx: Context, rule: StoredRule): Promise<RuleRepairs> => {
  const { repairs, left } = offeredRepairs(rule)
  const views: RepairView[] = []
  for (const repair of repairs) views.push(await repairView(ctx, rule, repair))
  return { rule: ruleIdOf(rule), repairs: views, left: left.map(defectView) }
}

const repairView = async (
  { judge }: Context,
  rule: Rule,
  { defect, certainty, what, alone }: OfferedRepair,
): Promise<RepairView> => ({
  ...defectView(defect),
  certainty,
  what,
  changes: (await judge.explain(rule, alone)).map(changeView),
})

const defectView = ({ name, pointer, explanation }: Defect) => ({ name, pointer, explanation })
