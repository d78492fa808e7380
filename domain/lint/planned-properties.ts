import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { childPointer } from '../plan/schema-pointer'

/** A property or trait that a rule plans, at any depth. */
export type PlannedProperty = {
  readonly rule: RuleId
  readonly name: string
  readonly schema: JsonObject
  /** The place in the message, lists as `*`. */
  readonly pointer: string
  readonly isNested: boolean
}

/** The properties of track, page and screen rules and the traits of identify and group rules. */
export const plannedProperties = (rule: Rule): readonly PlannedProperty[] => {
  if (rule.type === 'COMMON' || !isJsonObject(rule.jsonSchema)) return []
  const sections = rule.jsonSchema.properties
  const section = rule.type === 'IDENTIFY' || rule.type === 'GROUP' ? 'traits' : 'properties'
  if (!isJsonObject(sections)) return []
  return below(sections[section], `/${section}`, ruleIdOf(rule), false)
}

const below = (
  schema: Json | undefined,
  pointer: string,
  rule: RuleId,
  isNested: boolean,
): PlannedProperty[] => {
  if (!isJsonObject(schema)) return []
  const own = isJsonObject(schema.properties) ? Object.entries(schema.properties) : []
  return [
    ...own.flatMap(([name, child]) => {
      if (!isJsonObject(child)) return []
      const at = childPointer(pointer, name)
      return [{ rule, name, schema: child, pointer: at, isNested }, ...below(child, at, rule, true)]
    }),
    ...below(schema.items, `${pointer}/*`, rule, true),
  ]
}

/** The types that a property's schema names; empty where it names none. */
export const typesNamed = ({ type }: JsonObject): readonly string[] =>
  [type].flat().filter((name): name is string => typeof name === 'string')
