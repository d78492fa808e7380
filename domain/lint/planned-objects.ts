import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { childPointer } from '../plan/schema-pointer'

export type PlannedObject = { readonly rule: RuleId; readonly pointer: string; readonly schema: JsonObject }

/** Every schema of a rule that plans names, from the call itself downwards. */
export const plannedObjects = (rule: Rule): readonly PlannedObject[] =>
  below(rule.jsonSchema, '', ruleIdOf(rule))

const below = (schema: Json | undefined, pointer: string, rule: RuleId): PlannedObject[] => {
  if (!isJsonObject(schema)) return []
  const children = isJsonObject(schema.properties) ? Object.entries(schema.properties) : []
  return [
    // Without a map of names there is nothing to compare with: the object takes what comes.
    ...(children.length > 0 ? [{ rule, pointer, schema }] : []),
    ...children.flatMap(([name, child]) => below(child, childPointer(pointer, name), rule)),
    ...below(schema.items, `${pointer}/*`, rule),
  ]
}
