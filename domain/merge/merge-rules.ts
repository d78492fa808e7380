import type { ExactJson } from '../plan/exact-json'
import { schemaBounds } from '../plan/parse-schema'
import { printJson } from '../plan/print-json'
import { readJson } from '../plan/read-json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleFromText } from '../plan/rule-from-text'
import { compareRuleIds, ruleIdOf, ruleKey } from '../plan/rule-id'
import { pointerOf, pointerSegments, toMessagePointer } from '../plan/schema-pointer'
import { mergeSchemas, type SchemaConflict, type Side } from './merge-schemas'

/** `pointer` is the place in the message, `schemaPointer` the place in the rule, `''` for the rule as a whole. */
export type MergeConflict = SchemaConflict & { readonly rule: RuleId; readonly pointer: string }

export type RulesMerged = {
  /** Hold our side where a conflict is open. */
  readonly rules: readonly Rule[]
  readonly conflicts: readonly MergeConflict[]
}

export type MergeInput = {
  readonly base: readonly Rule[]
  readonly ours: readonly Rule[]
  readonly theirs: readonly Rule[]
  /** Which side stands in a conflict; undefined leaves it open. */
  readonly resolve?: (conflict: MergeConflict) => Side | undefined
}

/**
 * Merges two edits of one plan: rules by identity, then the nodes of their schemas. A rule that is taken whole keeps
 * its text. Ordered by identity.
 */
export const mergeRules = ({ base, ours, theirs, resolve = () => undefined }: MergeInput): RulesMerged => {
  const sides = [base, ours, theirs].map((rules) => new Map(rules.map((rule) => [ruleKey(rule), rule])))
  const everyRule = new Map([...base, ...theirs, ...ours].map((rule) => [ruleKey(rule), ruleIdOf(rule)]))
  const conflicts: MergeConflict[] = []
  const rules = [...everyRule].flatMap(([key, id]) => {
    const [was, mine, yours] = sides.map((side) => side.get(key))
    const settled = settle(was, mine, yours)
    if (settled) return settled.rule ?? []
    const schemas = { base: schemaOf(was), ours: schemaOf(mine), theirs: schemaOf(yours) }
    const merged = mergeSchemas(schemas, (conflict) => resolve(placed(id, conflict)))
    conflicts.push(...merged.conflicts.map((conflict) => placed(id, conflict)))
    return merged.schema === undefined ? [] : ruleOf(id, merged.schema, [mine, yours, was])
  })
  return {
    rules: rules.sort(compareRuleIds),
    conflicts: conflicts.sort((a, b) => compareRuleIds(a.rule, b.rule)),
  }
}

/** By content, so that another order of keys or another spelling is no edit. */
const settle = (was?: Rule, mine?: Rule, yours?: Rule): { rule: Rule | undefined } | null => {
  if (yours?.hash === was?.hash || mine?.hash === yours?.hash) return { rule: mine }
  return mine?.hash === was?.hash ? { rule: yours } : null
}

const schemaOf = (rule: Rule | undefined): ExactJson | undefined => {
  if (!rule) return undefined
  const reading = readJson(rule.schemaText, schemaBounds)
  return reading.ok ? reading.value : rule.jsonSchema
}

const ruleOf = (id: RuleId, schema: ExactJson, sides: readonly (Rule | undefined)[]): Rule => {
  const text = printJson(schema)
  const reading = ruleFromText(id, text)
  // Two schemas within bounds can be too large together; then a side stands that was readable.
  const whole = reading.ok ? reading.rule : sides.find((side) => side !== undefined)
  if (!whole) throw new Error('A merged rule has no side.')
  return sides.find((side) => side?.hash === whole.hash) ?? whole
}

const placed = (rule: RuleId, conflict: SchemaConflict): MergeConflict => ({
  rule,
  pointer: messagePlace(conflict.schemaPointer),
  ...conflict,
})

/** The nearest place in the message around a place in the rule. */
const messagePlace = (schemaPointer: string): string => {
  const segments = pointerSegments(schemaPointer)
  for (let length = segments.length; length > 0; length -= 1) {
    const pointer = toMessagePointer(pointerOf(segments.slice(0, length)))
    if (pointer !== null) return pointer
  }
  return ''
}
