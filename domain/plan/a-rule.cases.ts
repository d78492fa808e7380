import type { Rule, RuleId, RuleType } from './rule'
import { ruleFromText } from './rule-from-text'

export const aTrackId = (key: string): RuleId => ({ type: 'TRACK', key, version: 1 })

/** A rule for tests; throws on text that is no schema. */
export const aRule = (key: string | null, schemaText = '{}', type: RuleType = 'TRACK', version = 1): Rule => {
  const reading = ruleFromText({ type, key, version }, schemaText)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
