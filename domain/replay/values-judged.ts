import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'

/**
 * What a schema asks of the value at a place of the message, beyond its JSON type: a text that is equal where the same
 * is asked and empty where nothing is.
 */
export const valuesJudgedAt = (schema: Json, pointer: string): string =>
  asked(schema, pointerSegments(pointer), schema).join('\n')

const asked = (schema: Json | undefined, path: readonly string[], root: Json): readonly string[] => {
  if (!isJsonObject(schema)) return schema === false ? ['false'] : []
  if (typeof schema.$ref === 'string') return [JSON.stringify([schema.$ref, root])]
  const [segment, ...rest] = path
  if (segment === undefined) {
    const kept = Object.entries(schema).filter(([keyword]) => !saysNothingOfValues.has(keyword))
    return kept.length === 0 ? [] : [JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))]
  }
  const whole = wholeKeywords.filter((keyword) => schema[keyword] !== undefined)
  return [
    ...whole.map((keyword) => JSON.stringify([keyword, schema[keyword]])),
    ...childrenAt(schema, segment).flatMap((child) => asked(child, rest, root)),
    ...samePlace(schema).flatMap(([keyword, branch]) =>
      asked(branch, path, root).map((text) => `${keyword} ${text}`),
    ),
  ]
}

/** Judged by the type alone, which masking keeps, or not judged at all. */
const saysNothingOfValues = new Set([
  ...['$schema', '$id', 'id', '$comment', 'title', 'description', 'default', 'examples', 'labels', 'type'],
  ...['readOnly', 'writeOnly', 'definitions'],
])

/** Keywords of an object or a list that look at the values inside. */
const wholeKeywords = ['enum', 'const', 'uniqueItems', 'contains'] as const

const childrenAt = (schema: JsonObject, segment: string): readonly (Json | undefined)[] => {
  const { properties, patternProperties, additionalProperties, items, additionalItems } = schema
  const named = isJsonObject(properties) && Object.hasOwn(properties, segment) ? [properties[segment]] : []
  return [
    ...named,
    ...(isJsonObject(patternProperties) ? Object.values(patternProperties) : []),
    ...(named.length === 0 ? [additionalProperties] : []),
    ...(segment === '*' ? [...(Array.isArray(items) ? items : [items]), additionalItems] : []),
  ]
}

const samePlace = (schema: JsonObject): readonly (readonly [string, Json | undefined])[] => [
  ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((keyword) => {
    const list = schema[keyword]
    return Array.isArray(list) ? list.map((branch: Json) => [keyword, branch] as const) : []
  }),
  ...(['if', 'then', 'else', 'not'] as const).map((keyword) => [keyword, schema[keyword]] as const),
  ...(isJsonObject(schema.dependencies)
    ? Object.values(schema.dependencies).map((branch) => ['dependencies', branch] as const)
    : []),
]
