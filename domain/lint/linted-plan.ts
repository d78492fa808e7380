import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { childPointer } from '../plan/schema-pointer'

/** A schema anywhere in a rule. */
export type PlannedSchema = {
  readonly rule: RuleId
  /** The place in the message, lists as `*`; for what no single place shows, the nearest one around it. */
  readonly pointer: string
  readonly schema: JsonObject
  /** The schema around it; null at the top of a rule. */
  readonly above: PlannedSchema | null
}

/** A property or trait that a rule plans, at any depth. */
export type PlannedProperty = PlannedSchema & {
  readonly name: string
  /** Whether it stands in another property or in a list. */
  readonly isNested: boolean
}

/** Any other schema, with the keyword of `above` that holds it, and the name or place under that keyword. */
type OtherSchema = PlannedSchema & { readonly keyword: string; readonly step: string | null }

export const isProperty = (at: PlannedSchema): at is PlannedProperty => 'name' in at

/** The place in the rule's schema. Not kept with every schema, since hardly any is asked for it. */
export const schemaPointerOf = (at: PlannedSchema): string => {
  if (at.above === null) return ''
  const { keyword, step } = isProperty(at) ? { keyword: 'properties', step: at.name } : (at as OtherSchema)
  const holder = childPointer(schemaPointerOf(at.above), keyword)
  return step === null ? holder : childPointer(holder, step)
}

const indexed = [
  ...['default', 'deprecated', 'description', 'enum', 'examples', 'format', 'labels', 'pattern'],
  ...['patternProperties', 'required', 'title'],
  ...['exclusiveMinimum', 'minimum', 'minItems', 'minLength', 'minProperties'],
] as const

type IndexedKeyword = (typeof indexed)[number]

/** A plan as lint rules look at it. Each schema is walked once for all of them, and each name is asked about once. */
export type LintedPlan = {
  readonly rules: readonly Rule[]
  /** The track rules, since names and styles are theirs. */
  readonly events: readonly (Rule & { readonly key: string })[]
  /** The properties of track, page and screen rules and the traits of identify and group rules. */
  readonly properties: readonly PlannedProperty[]
  /** The names of all of them, with how many have each. */
  readonly names: ReadonlyMap<string, number>
  readonly propertiesNamed: (isMeant: (name: string) => boolean) => readonly PlannedProperty[]
  /** Every schema that has a keyword. */
  readonly holding: (keyword: IndexedKeyword) => readonly PlannedSchema[]
}

export const lintedPlan = (rules: readonly Rule[]): LintedPlan => {
  const found: Found = { properties: [], byKeyword: new Map(indexed.map((keyword) => [keyword, []])) }
  for (const rule of rules) collectFrom(rule, found)
  const { properties, byKeyword } = found
  const names = new Map<string, number>()
  for (const { name } of properties) names.set(name, (names.get(name) ?? 0) + 1)
  return {
    rules,
    events: rules.filter(
      (rule): rule is Rule & { key: string } => rule.type === 'TRACK' && rule.key !== null,
    ),
    properties,
    names,
    propertiesNamed: (isMeant) => {
      const meant = new Set([...names.keys()].filter(isMeant))
      return meant.size === 0 ? [] : properties.filter(({ name }) => meant.has(name))
    },
    holding: (keyword) => byKeyword.get(keyword) ?? [],
  }
}

type Found = {
  readonly properties: PlannedProperty[]
  readonly byKeyword: ReadonlyMap<string, PlannedSchema[]>
}

/** What the names that stand in a schema are: properties, those within another property or a list, or something else. */
type Names = 'properties' | 'nested' | 'other'

const collectFrom = (rule: Rule, found: Found): void => {
  const { jsonSchema: schema } = rule
  if (!isJsonObject(schema)) return
  const whole: PlannedSchema = { rule: ruleIdOf(rule), pointer: '', schema, above: null }
  const section = sectionOf(rule)
  for (const keyword of Object.keys(schema)) {
    found.byKeyword.get(keyword)?.push(whole)
    const value = schema[keyword] ?? null
    if (keyword !== 'properties' || !isJsonObject(value)) collectOthers(whole, keyword, value, found)
    else
      for (const name of Object.keys(value))
        collect(whole, keyword, name, value[name], name === section ? 'properties' : 'other', found)
  }
}

const sectionOf = ({ type }: Rule): 'properties' | 'traits' | null => {
  if (type === 'COMMON') return null
  return type === 'IDENTIFY' || type === 'GROUP' ? 'traits' : 'properties'
}

const collectBelow = (at: PlannedSchema, names: Names, found: Found): void => {
  const { schema } = at
  for (const keyword of Object.keys(schema)) {
    found.byKeyword.get(keyword)?.push(at)
    const value = schema[keyword]
    // Most keywords hold no schema.
    if (typeof value !== 'object' || value === null) continue
    if (names !== 'other' && keyword === 'properties') collectNames(at, value, names === 'nested', found)
    else if (keyword === 'items' && !Array.isArray(value))
      collect(at, keyword, null, value, names === 'other' ? names : 'nested', found)
    else collectOthers(at, keyword, value, found)
  }
}

const collectNames = (above: PlannedSchema, names: Json, isNested: boolean, found: Found): void => {
  if (!isJsonObject(names)) return
  const { rule } = above
  for (const name of Object.keys(names)) {
    const schema = names[name]
    if (!isJsonObject(schema)) continue
    const pointer = childPointer(above.pointer, name)
    const property: PlannedProperty = { rule, pointer, schema, above, name, isNested }
    found.properties.push(property)
    collectBelow(property, 'nested', found)
  }
}

/** Schemas that say more about a place, or about names that are not planned one by one. */
const collectOthers = (at: PlannedSchema, keyword: string, value: Json, found: Found): void => {
  if (isSchemaListKeyword(keyword) && Array.isArray(value)) {
    for (const [i, item] of (value as readonly Json[]).entries())
      collect(at, keyword, String(i), item, 'other', found)
  } else if (isSchemaMapKeyword(keyword) && isJsonObject(value)) {
    for (const name of Object.keys(value)) collect(at, keyword, name, value[name], 'other', found)
  } else if (isSchemaKeyword(keyword)) collect(at, keyword, null, value, 'other', found)
}

/** Keywords whose schemas judge the same place as the schema that holds them. */
const sameplace = new Set(['allOf', 'anyOf', 'dependencies', 'else', 'if', 'not', 'oneOf', 'then'])

const collect = (
  above: PlannedSchema,
  keyword: string,
  step: string | null,
  schema: Json | undefined,
  names: Names,
  found: Found,
): void => {
  if (!isJsonObject(schema)) return
  const pointer = sameplace.has(keyword)
    ? above.pointer
    : childPointer(above.pointer, keyword === 'properties' && step !== null ? step : '*')
  const at: OtherSchema = { rule: above.rule, pointer, schema, above, keyword, step }
  collectBelow(at, names, found)
}

/** The types that a schema names; empty where it names none. */
export const typesNamed = ({ type }: JsonObject): readonly string[] => {
  if (typeof type === 'string') return [type]
  return Array.isArray(type) ? type.filter((name): name is string => typeof name === 'string') : []
}

export const namesType = ({ type }: JsonObject, name: string): boolean =>
  type === name || (Array.isArray(type) && type.includes(name))
