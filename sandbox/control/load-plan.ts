import { readRuleFile } from '@/sandbox/control/read-rule-file'
import type { JsonObject } from '@/sandbox/world/json'
import { makePlan } from '@/sandbox/world/make-plan'
import type { Plan } from '@/sandbox/world/plan'
import type { Sandbox } from '@/sandbox/world/sandbox'

/** Puts rules in place as they are, any number, visible at once; an unknown id becomes a new LIVE plan. */
export const loadPlan = (sandbox: Sandbox, id: string, body: JsonObject): Plan => {
  const now = sandbox.now()
  const at = new Date(now).toISOString()
  const rules = readRuleFile(body.rules, at)
  const name = typeof body.name === 'string' ? body.name : undefined
  const known = sandbox.state.plans.find((plan) => plan.id === id)
  const plan = known ?? makePlan({ id, name: name ?? id, type: 'LIVE', now })
  if (!known) sandbox.state.plans.push(plan)
  Object.assign(plan, {
    name: name ?? plan.name,
    updatedAt: at,
    rules,
    shipped: rules,
    shown: rules,
    pending: [],
  } satisfies Partial<Plan>)
  sandbox.planStates.add(plan.id, { at, rules })
  sandbox.touch()
  return plan
}
