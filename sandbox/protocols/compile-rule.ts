import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'
import type { Rule } from '@/sandbox/world/rule'

// Segment's validator runs RE2: no lookaround and no back-references, and flags in front.
const outsideRe2 = /\(\?(?:[=!]|<[=!])|\\[1-9]/

const re2Like = (pattern: string, flags: string): RegExp => {
  if (outsideRe2.test(pattern)) throw new Error(`not an RE2 pattern: ${pattern}`)
  const insensitive = pattern.startsWith('(?i)')
  return new RegExp(insensitive ? pattern.slice(4) : pattern, insensitive ? `${flags}i` : flags)
}
re2Like.code = 're2Like'

const makeAjv = () => {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    unicodeRegExp: false,
    addUsedSchema: false,
    logger: false,
    code: { regExp: re2Like },
  })
  addFormats.default(ajv)
  return ajv
}

const mapsOfSchemas = new Set(['properties', 'patternProperties', 'definitions'])

// `id` and `$schema` mean nothing to the engine here, but make Ajv refuse; a *property* called `id` stays.
const withoutIds = (schema: Json): Json => {
  if (Array.isArray(schema)) return schema.map(withoutIds)
  if (!isObject(schema)) return schema
  const entries = Object.entries(schema)
    .filter(([keyword]) => keyword !== 'id' && keyword !== '$id' && keyword !== '$schema')
    .map(([keyword, value]): [string, Json] => {
      if (keyword === 'enum' || keyword === 'const' || keyword === 'default') return [keyword, value]
      if (!mapsOfSchemas.has(keyword) || !isObject(value)) return [keyword, withoutIds(value)]
      return [
        keyword,
        Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withoutIds(child)])),
      ]
    })
  return Object.fromEntries(entries)
}

const ajv = makeAjv()
const compiled = new WeakMap<Rule, ValidateFunction | null>()

const compile = (schema: JsonObject): ValidateFunction | null => {
  try {
    const validate = ajv.compile(schema)
    ajv.removeSchema(schema)
    return validate
  } catch {
    return null
  }
}

/** A rule's validator, built once; null when its schema does not compile, which constrains nothing. */
export const compileRule = (rule: Rule): ValidateFunction | null => {
  const known = compiled.get(rule)
  if (known !== undefined) return known
  const schema = withoutIds(rule.jsonSchema)
  const validate = isObject(schema) ? compile(schema) : null
  compiled.set(rule, validate)
  return validate
}
