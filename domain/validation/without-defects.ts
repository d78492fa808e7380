import { canonicalForm } from '../plan/canonical-form'
import { knownDefects } from '../plan/defects/known-defects'
import { isJsonObject, type Json } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'

/**
 * The schema without the keywords that a strict validator refuses, so that the rest of a defective rule still judges.
 * Draft-04 spellings are read as draft-07 first.
 */
export const withoutDefects = (schema: Json): Json => {
  const refused = knownDefects(schema).filter(({ strict }) => strict === 'refuses')
  if (refused.length === 0) return schema
  const modern = canonicalForm(schema)
  return knownDefects(modern)
    .filter(({ strict }) => strict === 'refuses')
    .toReversed()
    .reduce((left, { pointer }) => without(left, pointerSegments(pointer)), modern)
}

const without = (value: Json, segments: readonly string[]): Json => {
  const [segment, ...rest] = segments
  if (segment === undefined) return true
  // A member of a list holds its place by saying nothing.
  if (Array.isArray(value))
    return value.map((item: Json, i) => (i === Number(segment) ? without(item, rest) : item))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      if (key !== segment) return [[key, item]]
      return rest.length === 0 ? [] : [[key, without(item, rest)]]
    }),
  )
}
