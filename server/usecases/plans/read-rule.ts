import type { RuleDetail } from '@/contracts/rule'
import { knownDefects } from '@/domain/plan/defects/known-defects'
import type { RuleId } from '@/domain/plan/rule'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan, versionAsked } from './find-plan'
import { ruleView } from './rule-view'

const mostVersions = 200

type ReadRule = { readonly plan: string; readonly version?: number; readonly rule: RuleId }

/** Everything that is shown of one rule at one plan version (head when absent). */
export const readRule = (ctx: Context, input: ReadRule): Promise<RuleDetail> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, input.plan)
    const at = versionAsked(plan, input.version)
    const notFound = () => fail({ code: 'not-found', what: `rule "${ruleName(input.rule)}"` })
    if (at === null) return notFound()
    const rule = (await stores.rules.find(plan.id, at, input.rule)) ?? notFound()
    const { type, key } = rule
    const named = { version: at, type, key: key ?? undefined, limit: mostVersions }
    const siblings = (await stores.rules.page(plan.id, named)).rules.filter((other) => other.key === key)
    const open = await stores.changeRequests.openTouching(plan.id, ruleKey(rule))
    return {
      ...ruleView(rule),
      schemaText: rule.schemaText,
      lineage: rule.lineage,
      description: rule.description,
      labels: { ...rule.labels },
      // The same ones as the catalog counts: what every validator passes over is no news to anybody.
      defects: knownDefects(rule.jsonSchema)
        .filter(({ strict }) => strict === 'refuses')
        .map(({ name, pointer, explanation }) => ({ name, pointer, explanation })),
      otherVersions: siblings.map(({ version }) => version).filter((version) => version !== rule.version),
      openChangeRequests: open.map(({ number, title, status }) => ({ number, title, status })),
    }
  })
