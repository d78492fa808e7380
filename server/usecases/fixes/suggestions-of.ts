import type { ViolationView } from '@/contracts/violation'
import type { Rule } from '@/domain/plan/rule'
import { thinCalls } from '@/domain/replay/thin-calls'
import type { Suggestion } from '@/domain/violations/fix/suggestion'
import { callTypes, ruleTypeOfCall } from '@/domain/violations/occurrence'
import type { Context } from '@/server/ports/context'
import type { Judged } from '@/server/ports/schema-judge'
import type { CallName } from '@/server/ports/traffic-store'
import { asEnforced, type EnforcedCall } from '../traffic/as-enforced'
import { loadViolation } from '../violations/load-violation'
import { rulesFor } from './rules-for'

export type Suggested = {
  readonly violation: ViolationView
  readonly rules: readonly Rule[]
  readonly judged: number
  readonly suggested: Judged<readonly Suggestion[]>
}

const pageSize = 500
const mostRead = 10_000
const mostJudged = 1_500

/** Ways to end a violation by the newest version of its plan and the recorded calls of its event. */
export const suggestionsOf = async (ctx: Context, id: string): Promise<Suggested> => {
  const { violation, rules } = await ctx.transaction(async (stores) => {
    const violation = await loadViolation(ctx, stores, id)
    return { violation, rules: await rulesFor(stores, violation) }
  })
  const calls = thinCalls(await callsOf(ctx, violation), mostJudged)
  const { rule, pointer, type, message, sources, appVersions } = violation
  const constraint = {
    ...{ ruleType: rule.type, key: rule.key, version: rule.version, pointer, type, message },
    ...{ sources: [...sources], appVersions: [...appVersions] },
  }
  const suggested = await ctx.judge.suggest({ constraint, rules, calls })
  return { violation, rules, judged: calls.length, suggested }
}

const callsOf = async (ctx: Context, { plan, rule }: ViolationView): Promise<readonly EnforcedCall[]> => {
  const events: readonly CallName[] = callTypes
    .filter((callType) => ruleTypeOfCall[callType] === rule.type)
    .map((callType) => ({ callType, event: rule.key }))
  const enforced = await ctx.transaction((stores) => asEnforced(stores, plan.id))
  const calls: EnforcedCall[] = []
  for (let after: string | null | undefined; after !== null && calls.length < mostRead; ) {
    const query = { events, limit: pageSize, ...(after === undefined ? {} : { after }) }
    const page = await ctx.transaction(({ traffic }) => traffic.page(plan.id, query))
    calls.push(...page.calls.map(enforced))
    after = page.next
  }
  return calls
}
