import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { jsonEqual } from '../plan/json-equal'

type Pair = readonly [before: Json, after: Json]

/**
 * Two schemas that compare as the two given ones do, and are read faster, since a changed event has changed in few of
 * its many properties. A property that is equal in both is one object in both. It may be anything in both where an
 * object can do without it and nothing else looks at it: a value that tells the two schemas apart still does when the
 * property is left out. Not for schemas with references.
 */
export const partsToCompare = (before: Json, after: Json): Pair => pairOf(before, after, true)

/** Keywords that may look at a property from elsewhere, or at its absence. */
const lookers: ReadonlySet<string> = new Set([
  ...['enum', 'const', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  ...['patternProperties', 'propertyNames', 'minProperties', 'maxProperties', 'dependencies'],
])

/** `isAlone`: nothing above looks at what is inside. */
const pairOf = (before: Json, after: Json, isAlone: boolean): Pair => {
  if (!isJsonObject(before) || !isJsonObject(after)) return [before, after]
  const [was, is] = [before.properties, after.properties]
  if (!isJsonObject(was) || !isJsonObject(is)) return [before, after]
  const isUnseen = isAlone && !looksInside(before) && !looksInside(after)
  const needed = new Set([...requiredIn(before), ...requiredIn(after)])
  const pairs = new Map<string, Pair>()
  for (const [name, part] of Object.entries(was)) {
    if (!Object.hasOwn(is, name)) continue
    const other = is[name] ?? null
    const isEqual = jsonEqual(part, other)
    if (!isEqual) pairs.set(name, pairOf(part, other, isUnseen))
    else pairs.set(name, isUnseen && !needed.has(name) ? [true, true] : [part, part])
  }
  const side = (properties: JsonObject, at: 0 | 1): JsonObject =>
    Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, pairs.get(name)?.[at] ?? part]),
    )
  return [
    { ...before, properties: side(was, 0) },
    { ...after, properties: side(is, 1) },
  ]
}

const looksInside = (schema: JsonObject): boolean =>
  Object.keys(schema).some((keyword) => lookers.has(keyword))

const requiredIn = ({ required }: JsonObject): readonly Json[] => (Array.isArray(required) ? required : [])
