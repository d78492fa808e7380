import type { RuleHistoryEntry } from '@/contracts/rule'
import { describeChange } from '@/domain/diff/describe-change'
import { diffRules } from '@/domain/diff/diff-rules'
import type { RuleId } from '@/domain/plan/rule'
import { ruleIdOf, ruleName } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan, versionAsked } from './find-plan'

type ReadRuleHistory = { readonly plan: string; readonly version?: number; readonly rule: RuleId }

/** All states in time of the rule that stands at a plan version (head when absent), also under former names. */
export const readRuleHistory = (ctx: Context, input: ReadRuleHistory): Promise<RuleHistoryEntry[]> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, input.plan)
    const at = versionAsked(plan, input.version)
    const rule = at === null ? null : await stores.rules.find(plan.id, at, input.rule)
    if (!rule) return fail({ code: 'not-found', what: `rule "${ruleName(input.rule)}"` })
    const states = await stores.rules.history(plan.id, rule.lineage)
    const entries: RuleHistoryEntry[] = []
    for (const [index, state] of states.entries()) {
      const version = await stores.plans.version(plan.id, state.from)
      entries.push({
        id: ruleIdOf(state),
        from: state.from,
        to: state.to,
        at: version?.at ?? '',
        by: version?.by ?? '',
        changeRequest: version?.changeRequest ?? null,
        changes: changesSince(states[index + 1], state),
      })
    }
    return entries
  })

const changesSince = (before: StoredRule | undefined, after: StoredRule): RuleHistoryEntry['changes'] => {
  const renames = before ? [{ from: ruleIdOf(before), to: ruleIdOf(after) }] : []
  return diffRules(before ? [before] : [], [after], renames).map((change) => ({
    kind: change.kind,
    ...('pointer' in change ? { pointer: change.pointer } : {}),
    sentence: describeChange(change),
  }))
}
