import { isJsonObject, type Json, type JsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'

export const tooLargeByDesign: LintRule = {
  id: 'too-large-by-design',
  title: 'A call that carries everything planned fits into 32 kB',
  why: 'Segment refuses calls above 32 kB, so this event can never be sent whole.',
  checkEach:
    () =>
    ({ rule, id }, found) => {
      const bytes = leastBytes(rule.jsonSchema, deepest)
      if (bytes <= mostBytes) return []
      const least = `A call with every planned property has at least ${Math.ceil(bytes / 1024)} kB`
      return [found({ rule: id }, `${least}, and 32 kB may be sent. Plan less.`)]
    },
}

/** Segment documentation, HTTP tracking API: 32 kB for one call. */
const mostBytes = 32 * 1024
const deepest = 20

/** Bytes of JSON of the smallest value that carries every planned name. A floor: whatever is unsure counts little. */
const leastBytes = (schema: Json | undefined, depth: number): number => {
  if (!isJsonObject(schema) || depth === 0) return 1
  const { enum: values, const: only, items, properties } = schema
  if (only !== undefined) return sizeOf(only)
  if (Array.isArray(values) && values.length > 0) return Math.min(...values.map(sizeOf))
  if (isJsonObject(properties)) {
    let sum = 1
    for (const name of Object.keys(properties))
      sum += name.length + 4 + leastBytes(properties[name], depth - 1)
    return sum
  }
  const count = countOf(schema, 'minItems')
  if (count > 0) return 1 + count * (1 + leastBytes(Array.isArray(items) ? true : items, depth - 1))
  return 1 + countOf(schema, 'minLength')
}

const countOf = (schema: JsonObject, keyword: string): number => {
  const count = schema[keyword]
  return typeof count === 'number' && count > 0 ? count : 0
}

const sizeOf = (value: Json): number =>
  typeof value === 'string' ? value.length + 2 : JSON.stringify(value).length
