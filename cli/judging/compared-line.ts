import type { Comparison, ComparisonOptions } from '@/domain/compatibility/compare'
import { compareExact } from '@/domain/compatibility/compare-exact'
import { type ExactJson, isExactObject } from '@/domain/plan/exact-json'
import { isJsonObject, type Json } from '@/domain/plan/json'
import { plainJson, schemaBounds } from '@/domain/plan/parse-schema'
import { readJson } from '@/domain/plan/read-json'

export type ComparedLine = Comparison & {
  readonly id?: Json
  /** The line is no pair, and why. */
  readonly complaint?: string
}

/** A line holds two schemas and little else. */
const bounds = { depth: schemaBounds.depth + 1, length: 2 * schemaBounds.length + 1000 } as const

/** The answer for one line `{ "id", "old", "new" }`. What is too deep, too long, ambiguous or no pair is unknown. */
export const comparedLine = (text: string, options: ComparisonOptions): ComparedLine => {
  const reading = readJson(text, bounds)
  if (!reading.ok) {
    const { code, message } = reading.refusal
    return code === 'malformed' ? noPair(message) : unknownLine(text, message)
  }
  const pair = reading.value
  if (!isExactObject(pair) || pair.old === undefined || pair.new === undefined)
    return noPair('The line is not { "id", "old", "new" }.', isExactObject(pair) ? pair.id : undefined)
  const id = pair.id === undefined ? {} : { id: plainJson(pair.id) }
  return { ...id, ...compareExact(pair.old, pair.new, options) }
}

const noPair = (reason: string, id?: ExactJson): ComparedLine => ({
  ...(id !== undefined && { id: plainJson(id) }),
  verdict: 'unknown',
  reason,
  complaint: reason,
})

/** The answer for a pair that was not compared, under its id wherever that can be told. */
export const unknownLine = (text: string, reason: string): ComparedLine => {
  const id = idIn(text)
  return { ...(id !== undefined && { id }), verdict: 'unknown', reason }
}

/** An id that stands first is found even in a line of which only the beginning is known. */
const idIn = (text: string): Json | undefined => {
  const first = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,999}"|-?\d[\d.eE+-]{0,99}|null)\s*[,}]/.exec(
    text,
  )?.[1]
  const found = parsed(first ?? text)
  return first === undefined ? (isJsonObject(found ?? null) ? (found as { id?: Json }).id : undefined) : found
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
