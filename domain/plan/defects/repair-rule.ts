import { schemaBounds } from '../parse-schema'
import { printLike } from '../print-like'
import { readJson } from '../read-json'
import type { Rule } from '../rule'
import { ruleFromText } from '../rule-from-text'
import type { Defect } from './known-defects'
import { type Repair, type RepairOptions, repairSchema } from './repair-schema'

export type RuleRepaired = {
  readonly rule: Rule
  readonly repairs: readonly Repair[]
  readonly left: readonly Defect[]
}

/** A rule with its defects repaired; the same rule, text and all, when nothing was. */
export const repairRule = (rule: Rule, options: RepairOptions = {}): RuleRepaired => {
  const reading = readJson(rule.schemaText, schemaBounds)
  if (!reading.ok) return { rule, repairs: [], left: [] }
  const { schema, repairs, left } = repairSchema(reading.value, options)
  if (repairs.length === 0) return { rule, repairs, left }
  const repaired = ruleFromText(rule, printLike(rule.schemaText, schema))
  return repaired.ok ? { rule: repaired.rule, repairs, left } : { rule, repairs: [], left }
}
