import type { PropertyBlameEntry } from '@/contracts/rule'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { propertyBlame } from '@/domain/plan/property-blame'
import { readJson } from '@/domain/plan/read-json'
import type { RuleId } from '@/domain/plan/rule'
import { ruleName } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { PlanVersion } from '@/server/ports/plan-store'
import type { StoredRule } from '@/server/ports/rule-store'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan, versionAsked } from './find-plan'

type ReadRuleBlame = { readonly plan: string; readonly version?: number; readonly rule: RuleId }

/**
 * For each property of the rule that stands at a plan version (head when absent): who last changed it, in which
 * version, and by which change request. Looks back over former names of the rule, never ahead of the version.
 */
export const readRuleBlame = (ctx: Context, input: ReadRuleBlame): Promise<PropertyBlameEntry[]> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, input.plan)
    const at = versionAsked(plan, input.version)
    const rule = at === null ? null : await stores.rules.find(plan.id, at, input.rule)
    if (!rule) return fail({ code: 'not-found', what: `rule "${ruleName(input.rule)}"` })
    const states = (await stores.rules.history(plan.id, rule.lineage)).filter(({ from }) => from <= rule.from)
    const versions = new Map<number, PlanVersion | null>()
    for (const { from } of states) versions.set(from, await stores.plans.version(plan.id, from))
    return propertyBlame(states.map(schemaOf)).map(({ pointer, state }) => {
      const from = states[state]?.from ?? rule.from
      const { at: changedAt = '', by = '', changeRequest = null } = versions.get(from) ?? {}
      return { pointer, version: from, at: changedAt, by, changeRequest }
    })
  })

const schemaOf = ({ schemaText }: StoredRule) => {
  const read = readJson(schemaText, schemaBounds)
  return read.ok ? read.value : {}
}
