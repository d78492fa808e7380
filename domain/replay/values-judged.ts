import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'

export type ValueKind = 'string' | 'number' | 'array' | 'object' | 'boolean' | 'null'

/**
 * What a schema asks of the value at a place of the message, beyond its JSON type: a text that is equal where the same
 * is asked and empty where nothing is.
 *
 * @param kind of the value, where it is known: what is asked of other kinds only is left out
 */
export const valuesJudgedAt = (schema: Json, pointer: string, kind: ValueKind | null = null): string =>
  asked(schema, pointerSegments(pointer), { root: schema, kind }).join('\n')

type Asking = { readonly root: Json; readonly kind: ValueKind | null }

const asked = (schema: Json | undefined, path: readonly string[], asking: Asking): readonly string[] => {
  if (!isJsonObject(schema)) return schema === false ? ['false'] : []
  if (typeof schema.$ref === 'string') return [JSON.stringify([schema.$ref, asking.root])]
  const [segment, ...rest] = path
  if (segment === undefined) {
    const kept = Object.entries(schema).filter(
      ([keyword]) => !saysNothingOfValues.has(keyword) && asksOf(keyword, asking.kind),
    )
    return kept.length === 0 ? [] : [JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))]
  }
  const whole = wholeKeywords.filter((keyword) => schema[keyword] !== undefined)
  return [
    ...whole.map((keyword) => JSON.stringify([keyword, schema[keyword]])),
    ...childrenAt(schema, segment).flatMap((child) => asked(child, rest, asking)),
    ...samePlace(schema).flatMap(([keyword, branch]) =>
      asked(branch, path, asking).map((text) => `${keyword} ${text}`),
    ),
  ]
}

/** Judged by the type alone, which masking keeps, or not judged at all. */
const saysNothingOfValues = new Set([
  ...['$schema', '$id', 'id', '$comment', 'title', 'description', 'default', 'examples', 'labels', 'type'],
  ...['readOnly', 'writeOnly', 'definitions'],
])

/** Whether a keyword looks at values of a kind; those that are not named here look at any. */
const asksOf = (keyword: string, kind: ValueKind | null): boolean =>
  kind === null || (kindsAsked.get(keyword)?.includes(kind) ?? true)

const [strings, numbers, lists, objects] = [['string'], ['number'], ['array'], ['object']] as const

/** JSON Schema Validation, draft-07, 6.2 to 6.5 and 8; the validator knows formats of numbers, too. */
const kindsAsked = new Map<string, readonly ValueKind[]>(
  Object.entries({
    ...{ minLength: strings, maxLength: strings, pattern: strings, format: ['string', 'number'] },
    ...{ contentEncoding: strings, contentMediaType: strings },
    ...{ minimum: numbers, maximum: numbers, exclusiveMinimum: numbers, exclusiveMaximum: numbers },
    multipleOf: numbers,
    ...{ items: lists, additionalItems: lists, minItems: lists, maxItems: lists },
    ...{ uniqueItems: lists, contains: lists },
    ...{ properties: objects, patternProperties: objects, additionalProperties: objects },
    ...{ required: objects, minProperties: objects, maxProperties: objects },
    ...{ dependencies: objects, propertyNames: objects },
  }),
)

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
