import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import type { Json } from './json'
import { printSorted } from './print-json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from './schema-keywords'

/**
 * For comparing schemas, never for storing them: sorted keys, one-element type arrays as scalars, `type`, `enum`
 * and `required` as sets, draft-04 spellings (`id`, boolean `exclusiveMinimum`) read as draft-07. Acts where a
 * schema stands, so that a *property named* `required` and data inside `enum` or `default` stay as they are.
 * Defects pass through unchanged.
 */
export function canonicalForm(schema: Json): Json
export function canonicalForm(schema: ExactJson): ExactJson
export function canonicalForm(schema: ExactJson): ExactJson {
  if (!isExactObject(schema)) return sortedKeys(schema)
  const modern = modernSpelling(schema)
  return fromSortedEntries(modern, (keyword, value) => canonicalKeyword(keyword, value))
}

/** The same for the value of one keyword, wherever a schema holds it. */
export const canonicalKeyword = (keyword: string, value: ExactJson): ExactJson => {
  if (keyword === 'type' && isExactArray(value)) return canonicalType(value)
  if ((keyword === 'enum' || keyword === 'required') && isExactArray(value)) return asSet(value)
  if (isExactArray(value) && isSchemaListKeyword(keyword)) return value.map((item) => canonicalForm(item))
  if (isExactObject(value) && isSchemaMapKeyword(keyword))
    return fromSortedEntries(value, (_name, item) => canonicalForm(item))
  if (isSchemaKeyword(keyword)) return canonicalForm(value)
  return sortedKeys(value)
}

const canonicalType = (types: readonly ExactJson[]): ExactJson => {
  const set = asSet(types)
  const [only] = set
  return set.length === 1 && typeof only === 'string' ? only : set
}

const asSet = (items: readonly ExactJson[]): ExactJson[] =>
  [...new Map(items.map((item) => [printSorted(item), sortedKeys(item)]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item)

/** JSON Schema draft-04 wrote `id` for `$id`, and `exclusiveMinimum: true` beside `minimum`. */
export const modernSpelling = (schema: ExactObject): ExactObject => {
  const { id, ...rest } = schema
  const renamed = typeof id === 'string' && !Object.hasOwn(schema, '$id') ? { ...rest, $id: id } : schema
  return numericBound(numericBound(renamed, 'minimum', 'exclusiveMinimum'), 'maximum', 'exclusiveMaximum')
}

const numericBound = (schema: ExactObject, bound: string, exclusive: string): ExactObject => {
  const { [bound]: limit, [exclusive]: flag, ...rest } = schema
  if (flag === false) return limit === undefined ? rest : { ...rest, [bound]: limit }
  if (flag === true && limit !== undefined) return { ...rest, [exclusive]: limit }
  return schema
}

const sortedKeys = (value: ExactJson): ExactJson => {
  if (isExactArray(value)) return value.map(sortedKeys)
  return isExactObject(value) ? fromSortedEntries(value, (_key, item) => sortedKeys(item)) : value
}

const fromSortedEntries = (
  object: ExactObject,
  each: (key: string, value: ExactJson) => ExactJson,
): ExactObject =>
  Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, each(key, object[key] ?? null)]),
  )
