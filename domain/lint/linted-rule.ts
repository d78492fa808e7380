import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { childPointer, escapeSegment } from '../plan/schema-pointer'

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

/** A rule of the plan as lint rules look at it: its schema is walked once for all of them. */
export type LintedRule = {
  readonly rule: Rule
  readonly id: RuleId
  /** The properties of track, page and screen rules, the traits of identify and group rules. */
  readonly properties: readonly PlannedProperty[]
  /** Every schema that has a keyword. */
  readonly holding: (keyword: IndexedKeyword) => readonly PlannedSchema[]
}

export const lintedRule = (rule: Rule): LintedRule => {
  const found: Found = { properties: [], byKeyword: new Map() }
  const id = ruleIdOf(rule)
  collectFrom(id, rule.jsonSchema, found)
  return {
    rule,
    id,
    properties: found.properties,
    holding: (keyword) => found.byKeyword.get(keyword) ?? none,
  }
}

const none: readonly PlannedSchema[] = []
const isIndexed: ReadonlySet<string> = new Set(indexed)

type Found = {
  readonly properties: PlannedProperty[]
  readonly byKeyword: Map<string, PlannedSchema[]>
}

const index = ({ byKeyword }: Found, keyword: string, at: PlannedSchema): void => {
  if (!isIndexed.has(keyword)) return
  const holding = byKeyword.get(keyword)
  if (holding) holding.push(at)
  else byKeyword.set(keyword, [at])
}

/** What the names that stand in a schema are: properties, those within another property or a list, or something else. */
type Names = 'properties' | 'nested' | 'other'

const collectFrom = (rule: RuleId, schema: Json, found: Found): void => {
  if (!isJsonObject(schema)) return
  const whole: PlannedSchema = { rule, pointer: '', schema, above: null }
  const section = sectionOf(rule)
  for (const keyword of Object.keys(schema)) {
    index(found, keyword, whole)
    const value = schema[keyword] ?? null
    if (keyword !== 'properties' || !isJsonObject(value)) collectOthers(whole, keyword, value, found)
    else
      for (const name of Object.keys(value))
        collect(whole, keyword, name, value[name], name === section ? 'properties' : 'other', found)
  }
}

const sectionOf = ({ type }: RuleId): 'properties' | 'traits' | null => {
  if (type === 'COMMON') return null
  return type === 'IDENTIFY' || type === 'GROUP' ? 'traits' : 'properties'
}

const collectBelow = (at: PlannedSchema, names: Names, found: Found): void => {
  const { schema } = at
  for (const keyword of Object.keys(schema)) {
    index(found, keyword, at)
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
  const prefix = `${above.pointer}/`
  for (const name of Object.keys(names)) {
    const schema = names[name]
    if (!isJsonObject(schema)) continue
    const pointer = prefix + escapeSegment(name)
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
