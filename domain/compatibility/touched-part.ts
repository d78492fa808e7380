import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { isJudged } from './keyword-shapes'

/**
 * The schema without what cannot matter for the value: properties that it does not have, and keywords that
 * validation does not see. Judges the value exactly as the whole schema does and compiles much faster.
 */
export const touchedPart = (schema: Json, value: Json): Json => {
  if (JSON.stringify(schema).includes('"$ref"')) return schema
  return reduced(schema, new Set(namesIn(value)))
}

const namesIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  return isJsonObject(value) ? Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part)]) : []
}

const reduced = (schema: Json, names: ReadonlySet<string>): Json => {
  if (!isJsonObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => isJudged(keyword, value))
      .map(([keyword, value]) => [keyword, reducedKeyword(keyword, value, names)]),
  )
}

const reducedKeyword = (keyword: string, value: Json, names: ReadonlySet<string>): Json => {
  if (keyword === 'properties' && isJsonObject(value))
    return mapped(
      value,
      (part) => reduced(part, names),
      (name) => names.has(name),
    )
  if (isSchemaMapKeyword(keyword) && isJsonObject(value))
    return mapped(value, (part) => (Array.isArray(part) ? part : reduced(part, names)))
  if (Array.isArray(value) && isSchemaListKeyword(keyword)) return value.map((part) => reduced(part, names))
  return isSchemaKeyword(keyword) ? reduced(value, names) : value
}

const mapped = (
  object: JsonObject,
  each: (part: Json) => Json,
  keep: (name: string) => boolean = () => true,
): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .filter(([name]) => keep(name))
      .map(([name, part]) => [name, each(part)]),
  )
