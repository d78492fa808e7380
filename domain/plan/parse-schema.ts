import { type ExactJson, ExactNumber, isExactArray, isExactObject } from './exact-json'
import type { Json } from './json'
import { type JsonRefusal, readJson } from './read-json'
import { childPointer } from './schema-pointer'

/** No schema of a real plan came near these; they keep a hostile one from costing much. */
export const schemaBounds = { depth: 64, length: 1_000_000 } as const

export type SchemaRefusal = JsonRefusal

export type SchemaParsing =
  | {
      readonly ok: true
      /** As `JSON.parse` gives it. */
      readonly value: Json
      /** JSON pointers of the numbers that `value` holds only rounded; the text is the truth for them. */
      readonly inexact: readonly string[]
    }
  | { readonly ok: false; readonly refusal: SchemaRefusal }

/** Reads the text of a rule's schema. Defects inside the schema are no refusal; see `known-defects`. */
export const parseSchema = (text: string): SchemaParsing => {
  const reading = readJson(text, schemaBounds)
  if (!reading.ok) return reading
  const inexact = inexactNumbers(reading.value, '')
  return { ok: true, value: plainJson(reading.value), inexact }
}

const inexactNumbers = (value: ExactJson, pointer: string): string[] => {
  if (value instanceof ExactNumber) return [pointer]
  if (isExactArray(value)) return value.flatMap((item, i) => inexactNumbers(item, childPointer(pointer, i)))
  if (!isExactObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => inexactNumbers(item, childPointer(pointer, key)))
}

/** The value as `JSON.parse` would give it: numbers that JavaScript cannot carry are rounded. */
export const plainJson = (value: ExactJson): Json => {
  if (value instanceof ExactNumber) return Number(value.literal)
  if (isExactArray(value)) return value.map(plainJson)
  if (!isExactObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainJson(item)]))
}
