import type { Rule, RuleId } from '../plan/rule'
import { compareRuleIds, ruleIdOf, ruleKey } from '../plan/rule-id'

/** Why a plan goes on holding something else than the one it follows. */
export type OwnRule = RuleId & { readonly why: 'only-here' | 'differs' | 'left-out' }

/** Where a plan holds something of its own, by name: rules that upstream lacks, says otherwise, or has alone. */
export const ownRules = (held: readonly Rule[], upstream: readonly Rule[]): readonly OwnRule[] => {
  const there = new Map(upstream.map((rule) => [ruleKey(rule), rule]))
  const here = new Set(held.map(ruleKey))
  const own = held.flatMap((rule): OwnRule[] => {
    const other = there.get(ruleKey(rule))
    if (other?.hash === rule.hash) return []
    return [{ ...ruleIdOf(rule), why: other ? 'differs' : 'only-here' }]
  })
  const leftOut = upstream
    .filter((rule) => !here.has(ruleKey(rule)))
    .map((rule): OwnRule => ({ ...ruleIdOf(rule), why: 'left-out' }))
  return [...own, ...leftOut].sort(compareRuleIds)
}
