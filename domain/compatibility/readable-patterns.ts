import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { inRe2 } from './pattern/in-re2'

/** What RE2 cannot read, in a schema's text. */
const suspicious = /\\\\[ucpP0]|\(\?[=!]/

/**
 * The schema with the patterns that only ECMA-262 can read put into words of RE2, so that they are judged like all
 * others. Accepts exactly what the schema accepts. Patterns that cannot be put otherwise stay. `text` is the schema's.
 */
export const withReadablePatterns = (schema: Json, text: string): Json =>
  suspicious.test(text) ? rewritten(schema) : schema

const rewritten = (schema: Json): Json => {
  if (!isJsonObject(schema)) return schema
  const parts = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, rewrittenKeyword(keyword, value)]),
  )
  return typeof parts.pattern === 'string' ? withPattern(parts, parts.pattern) : parts
}

const rewrittenKeyword = (keyword: string, value: Json): Json => {
  if (keyword === 'patternProperties' && isJsonObject(value)) return rewrittenNames(value)
  if (isSchemaMapKeyword(keyword) && isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rewritten(part)]))
  if (Array.isArray(value) && isSchemaListKeyword(keyword)) return value.map(rewritten)
  return isSchemaKeyword(keyword) ? rewritten(value) : value
}

const withPattern = (schema: JsonObject, pattern: string): JsonObject => {
  const said = inRe2(pattern)
  if (!said) return schema
  const { pattern: _pattern, ...rest } = schema
  const [only, ...others] = said.matching
  if (only !== undefined && others.length + said.failing.length === 0) return { ...rest, pattern: only }
  const isNoText = { not: { type: 'string' } }
  return {
    ...rest,
    allOf: [
      ...(Array.isArray(rest.allOf) ? rest.allOf : []),
      ...said.matching.map((one) => ({ pattern: one })),
      ...said.failing.map((one) => ({ anyOf: [isNoText, { not: { pattern: one } }] })),
    ],
  }
}

const rewrittenNames = (patterns: JsonObject): JsonObject => {
  const renamed = Object.entries(patterns).map(([pattern, part]): [string, Json] => {
    const said = inRe2(pattern)
    const [only, ...others] = said?.matching ?? []
    const isOne = said !== undefined && only !== undefined && others.length + said.failing.length === 0
    return [isOne && !Object.hasOwn(patterns, only) ? only : pattern, rewritten(part)]
  })
  const isUnique = new Set(renamed.map(([pattern]) => pattern)).size === renamed.length
  return isUnique ? Object.fromEntries(renamed) : patterns
}
