import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { type Compiled, compileSchema } from '../validation/compile-schema'
import { isQuickToCompile } from './size-gate'
import { touchedPart } from './touched-part'

/**
 * Asks the validator itself. Undefined when it cannot take the schema. What stands under `properties` and `items` is
 * asked part by part, which comes to the same and lets the many equal parts of a plan be compiled once.
 */
export const validatorAccepts = (schema: Json, value: Json): boolean | undefined => {
  const touched = touchedPart(schema, value)
  return JSON.stringify(touched).includes('"$ref"') ? ask(touched, value) : together(partsOf(touched, value))
}

type Part = readonly [schema: Json, value: Json]

const together = (parts: readonly Part[]): boolean | undefined => {
  let result: boolean | undefined = true
  for (const [schema, value] of parts) {
    const answer = ask(schema, value)
    if (answer === false) return false
    if (answer === undefined) result = undefined
  }
  return result
}

const partsOf = (schema: Json, value: Json): Part[] => {
  if (!isJsonObject(schema)) return [[schema, value]]
  const { properties, items, ...rest } = schema
  if (isJsonObject(value) && isJsonObject(properties ?? null)) {
    const inner = properties as JsonObject
    const names = Object.fromEntries(Object.keys(inner).map((name) => [name, true]))
    // Only what judges the other names needs to know these.
    const shell = Object.hasOwn(rest, 'additionalProperties') ? { ...rest, properties: names } : rest
    return [
      [shell, value],
      ...Object.entries(inner).flatMap(([name, part]) =>
        Object.hasOwn(value, name) ? partsOf(part, value[name] ?? null) : [],
      ),
    ]
  }
  // A list of schemas is left whole, as is one beside which nothing may be split off.
  if (Array.isArray(value) && items !== undefined && !Array.isArray(items))
    return [[rest, value], ...value.flatMap((item) => partsOf(items, item))]
  return [[schema, value]]
}

const compiled = new Map<string, Compiled>()
const kept = 500

const ask = (schema: Json, value: Json): boolean | undefined => {
  if (typeof schema === 'boolean') return schema
  const text = JSON.stringify(schema)
  if (text === '{}') return true
  const known = compiled.get(text) ?? compileWithin(schema)
  if (compiled.size >= kept) compiled.clear()
  if (text.length < 2000) compiled.set(text, known)
  if (!known.ok) return undefined
  try {
    return known.validate(value)
  } catch {
    // Endless references overflow the stack, and names such as "valueOf" break the validator's own comparing.
    return undefined
  }
}

const compileWithin = (schema: Json): Compiled =>
  isQuickToCompile(schema)
    ? compileSchema(schema)
    : { ok: false, reason: 'Too large to be compiled quickly.' }
