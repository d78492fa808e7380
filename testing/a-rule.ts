import type { Rule, RuleId } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'

/** A rule from its schema, TRACK version 1 unless said otherwise. */
export const aRule = (key: string | null, schema: unknown = {}, id: Partial<RuleId> = {}): Rule => {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema)
  const reading = ruleFromText({ type: 'TRACK', version: 1, key, ...id }, text)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
