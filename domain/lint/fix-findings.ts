import type { Rule } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { grouped } from './grouped'
import type { Finding } from './lint-rule'
import { lintRules } from './lint-rules'

/**
 * A plan with the certain fixes of some findings carried out. A rule of the plan that none of them is about stays the
 * same, text and all; of the others what no fix names keeps its place and its digits.
 */
export const fixFindings = (rules: readonly Rule[], findings: readonly Finding[]): readonly Rule[] => {
  const byRule = grouped(
    findings.filter(({ fix }) => fix !== undefined),
    ({ rule }) => ruleKey(rule),
  )
  return rules.map((rule) => (byRule.get(ruleKey(rule)) ?? []).reduce(fixFinding, rule))
}

/** The rule with the fix of one finding; the same rule where a person has to decide. */
export const fixFinding = (rule: Rule, { id, fix }: Finding): Rule => {
  const lintRule = lintRules.find((one) => one.id === id)
  return (fix && lintRule?.fix?.(rule, fix)) ?? rule
}
