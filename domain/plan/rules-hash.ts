import type { Rule } from './rule'
import { hashText } from './rule-hash'
import { compareRuleIds, ruleKey } from './rule-id'

/** One hash for the content of a whole plan: the same for the same rules in any order. */
export const rulesHash = (rules: readonly Rule[]): string =>
  hashText(JSON.stringify([...rules].sort(compareRuleIds).map((rule) => [ruleKey(rule), rule.hash])))
