import type { RuleId } from '../plan/rule'
import { ruleName } from '../plan/rule-id'

/** The first three by name, and how many more there are. */
export const namedRules = (rules: readonly RuleId[]): string => {
  const names = rules.slice(0, 3).map(ruleName)
  return rules.length > 3 ? `${names.join(', ')} and ${rules.length - 3} more` : names.join(', ')
}
