import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { childPointer } from '../plan/schema-pointer'
import { judgeablePattern, type Matcher, PatternNotJudged } from './pattern/judgeable-pattern'

/** Finds names in a value that its schema does not plan. */
export type FindUnplanned = {
  /** Whether there are any: asked of every call, so it makes nothing. */
  readonly any: (value: Json | undefined) => boolean
  /** Their pointers, array indices as `*`. */
  readonly list: (value: Json | undefined, pointer: string) => readonly string[]
}

/**
 * Segment Protocols: an unplanned property is one that the rule does not name, whether or not the schema would take
 * it. Inside objects and lists it is looked for where the plan names what they hold. A schema that says what other
 * names hold, or that refers elsewhere, plans every name.
 */
export const findUnplanned = (schema: Json | undefined, isTop = true): FindUnplanned => {
  const objects = branchesOf(schema)
  if (objects.length === 0 || objects.some(plansEveryName)) return nothing
  const children = childrenOf(objects)
  const patterns = objects.flatMap(({ patternProperties }) => patternsOf(patternProperties))
  if (patterns.includes(null)) return nothing
  const items = objects.map((node) => node.items).find((node) => isJsonObject(node))
  const inItems = items === undefined ? nothing : findUnplanned(items, false)
  const looks = isTop || children.size > 0
  if (!looks && inItems === nothing) return nothing
  const isUnplanned = (name: string) =>
    !children.has(name) && !patterns.some((pattern) => pattern?.test(name))
  const anyInObject = (value: JsonObject): boolean => {
    for (const name in value) {
      const child = children.get(name)
      if (child === undefined ? isUnplanned(name) : child !== nothing && child.any(value[name])) return true
    }
    return false
  }
  const listInObject = (value: JsonObject, pointer: string): readonly string[] =>
    Object.keys(value).flatMap((name) => {
      const at = childPointer(pointer, name)
      return isUnplanned(name) ? at : (children.get(name)?.list(value[name], at) ?? none)
    })
  return {
    any: (value) => {
      if (typeof value !== 'object' || value === null) return false
      if (isList(value)) return inItems !== nothing && value.some(inItems.any)
      return looks && anyInObject(value)
    },
    list: (value, pointer) => {
      if (Array.isArray(value)) return inEach(value, `${pointer}/*`, inItems)
      return looks && isJsonObject(value) ? listInObject(value, pointer) : none
    },
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const childrenOf = (objects: readonly JsonObject[]): ReadonlyMap<string, FindUnplanned> => {
  const children = new Map<string, FindUnplanned>()
  for (const { properties } of objects)
    for (const [name, child] of isJsonObject(properties) ? Object.entries(properties) : [])
      if (!children.has(name)) children.set(name, findUnplanned(child, false))
  return children
}

const none: readonly string[] = []

const nothing: FindUnplanned = { any: () => false, list: () => none }

/** A name that several items carry counts once. */
const inEach = (items: readonly Json[], pointer: string, find: FindUnplanned): readonly string[] => [
  ...new Set(items.flatMap((item) => find.list(item, pointer))),
]

const inPlace = ['allOf', 'anyOf', 'oneOf'] as const
const conditional = ['if', 'then', 'else'] as const

/** The schema and those that judge the same place with it. */
const branchesOf = (schema: Json | undefined): JsonObject[] => {
  if (!isJsonObject(schema)) return []
  return [
    schema,
    ...inPlace.flatMap((keyword) => {
      const list = schema[keyword]
      return Array.isArray(list) ? list.flatMap(branchesOf) : []
    }),
    ...conditional.flatMap((keyword) => branchesOf(schema[keyword])),
  ]
}

const plansEveryName = ({ additionalProperties, $ref }: JsonObject): boolean =>
  $ref !== undefined || additionalProperties === true || isJsonObject(additionalProperties)

/** Null for a pattern that cannot be read, which may mean any name. */
const patternsOf = (patterns: Json | undefined): readonly (Matcher | null)[] =>
  isJsonObject(patterns)
    ? Object.keys(patterns).map((pattern) => {
        try {
          return judgeablePattern(pattern).matcher
        } catch (error) {
          if (error instanceof PatternNotJudged) return null
          throw error
        }
      })
    : []
