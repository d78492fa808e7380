import type { Json } from './json'
import { countMembers, type JsonScan, scanJson, type Wanted } from './scan-json'

/** JSON of which nothing is lost by the engine's parser but, unless that was asked for, digits of long numbers. */
export type PlainReading = { readonly value: Json; readonly scan: JsonScan }

/**
 * The engine's own parser where it does as well as a careful one: no key stands twice in an object, and no more than
 * `depth` arrays and objects are nested. Undefined otherwise, for malformed text as well; `readJson` says why.
 */
export const readPlainJson = (
  text: string,
  depth: number,
  wanted?: (value: Json) => Wanted | undefined,
): PlainReading | undefined => {
  const value = parsed(text)
  if (value === undefined) return undefined
  const scan = scanJson(text, wanted?.(value))
  return scan.depth <= depth && scan.members === countMembers(value) ? { value, scan } : undefined
}

/**
 * Whether the text of a JSON value holds no number that could be rounded: fifteen digits always survive, and an
 * exponent is not looked at more closely. May say no because of what stands in a string.
 */
export const hasShortNumbers = (text: string): boolean => !/\d[\d.]{15}|\d[eE][-+\d]/.test(text)

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
