import type { Rule, RuleId } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf } from '@/domain/plan/rule-id'

/** A rule as it is sent to a thread. */
export type RuleText = RuleId & { readonly schemaText: string }

export const textOfRule = (rule: Rule): RuleText => ({ ...ruleIdOf(rule), schemaText: rule.schemaText })

export const ruleOfText = (text: RuleText): Rule => {
  const reading = ruleFromText(text, text.schemaText)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
