import type { Comparison, ComparisonOptions } from '@/domain/compatibility/compare'
import { compareExact } from '@/domain/compatibility/compare-exact'
import { type ExactJson, isExactObject } from '@/domain/plan/exact-json'
import { isJsonObject, type Json } from '@/domain/plan/json'
import { plainJson, schemaBounds } from '@/domain/plan/parse-schema'
import { readJson } from '@/domain/plan/read-json'
import { CannotRun } from '../command'
import type { Line } from '../read-lines'

export type ComparedLine = { readonly id?: Json } & Comparison

/** A line holds two schemas and little else. */
const bounds = { depth: schemaBounds.depth + 1, length: 2 * schemaBounds.length + 1000 } as const

/** The answer for one line `{ "id", "old", "new" }`. A pair that is too deep, too long or ambiguous is unknown. */
export const comparedLine = ({ number, text }: Line, options: ComparisonOptions): ComparedLine => {
  const reading = readJson(text, bounds)
  if (reading.ok) return comparedPair(reading.value, number, options)
  const { code, message } = reading.refusal
  const roughly = code === 'malformed' ? undefined : parsed(text)
  if (roughly === undefined) throw new CannotRun(`line ${number}: ${message}`)
  return { ...(idOf(roughly) !== undefined && { id: idOf(roughly) }), verdict: 'unknown', reason: message }
}

const comparedPair = (pair: ExactJson, number: number, options: ComparisonOptions): ComparedLine => {
  if (!isExactObject(pair) || pair.old === undefined || pair.new === undefined)
    throw new CannotRun(`line ${number} is not { "id", "old", "new" }.`)
  const id = pair.id === undefined ? {} : { id: plainJson(pair.id) }
  return { ...id, ...compareExact(pair.old, pair.new, options) }
}

const idOf = (pair: Json): Json | undefined => (isJsonObject(pair) ? pair.id : undefined)

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
