import type { Json, JsonObject } from '../../plan/json'
import { childPointer } from '../../plan/schema-pointer'
import { maskPairs } from './mask-pairs'
import { coverText, maskText } from './mask-text'
import { maskUrl } from './mask-url'
import { isSensitiveName } from './sensitive-name'

/** A call without its personal data, and JSON pointers of every value that was replaced. */
export type MaskedCall = { readonly call: Json; readonly masked: readonly string[] }

/**
 * Masks a JSON value and everything in it. `personal`: pointers, with `*` for indices, of what is covered whatever it looks
 * like; `keeps` says which members of the value itself stay as they are.
 */
export const maskValue = (
  call: Json,
  personal: readonly string[] = [],
  keeps: (name: string, value: Json) => boolean = () => false,
): MaskedCall => {
  const masked: string[] = []
  const covered = new Set(personal)
  const note = <Value extends Json>(value: Value, safe: Value, { pointer }: Place): Value => {
    if (safe !== value) masked.push(pointer)
    return safe
  }
  const mask = (value: Json, at: Place, covers: boolean, depth: number): Json => {
    if (typeof value === 'string') return note(value, covers ? coverText(value) : maskString(value), at)
    if (typeof value === 'number') return note(value, covers ? coverNumber(value) : maskNumber(value), at)
    if (typeof value !== 'object' || value === null) return value
    if (depth > deepest) return note<Json>(value, null, at)
    return isList(value) ? maskItems(value, at, covers, depth) : maskMembers(value, at, covers, depth)
  }
  const maskItems = (value: readonly Json[], at: Place, covers: boolean, depth: number): Json =>
    value.map((item, i) => {
      const place = { pointer: `${at.pointer}/${i}`, folded: `${at.folded}/*` }
      return mask(item, place, covers || covered.has(place.folded), depth + 1)
    })
  const maskMembers = (value: JsonObject, at: Place, covers: boolean, depth: number): JsonObject => {
    const taken = new Set<string>()
    const members = Object.entries(value).map(([name, item]): [string, Json] => {
      const safeName = freeName(maskName(name), taken)
      const folded = childPointer(at.folded, name)
      const place = { pointer: childPointer(at.pointer, safeName), folded }
      if (safeName !== name) masked.push(place.pointer)
      if (depth === 0 && keeps(name, item)) return [safeName, item]
      return [safeName, mask(item, place, covers || covered.has(folded) || isSensitiveName(name), depth + 1)]
    })
    return Object.fromEntries(members)
  }
  const safe = mask(call, { pointer: '', folded: '' }, false, 0)
  return { call: safe, masked: [...new Set(masked)] }
}

type Place = { readonly pointer: string; readonly folded: string }

const deepest = 64

/** Any text without personal data: by what it looks like, by the names in addresses, and inside of JSON. */
export const maskString = (text: string): string => {
  const inside = /^\s*[[{]/.test(text) ? jsonOf(text) : undefined
  if (typeof inside !== 'object' || inside === null) return maskPairs(maskUrl(maskText(text)))
  const { call, masked } = maskValue(inside)
  return masked.length > 0 ? JSON.stringify(call) : text
}

/** A name without personal data: code may make names of what people typed. */
export const maskName = (name: string): string => {
  const known = remembered.get(name)
  if (known !== undefined) return known
  // Names repeat from call to call; how many are remembered has an end.
  if (remembered.size >= mostRemembered) remembered.clear()
  const safe = maskString(name)
  remembered.set(name, safe)
  return safe
}

const remembered = new Map<string, string>()
const mostRemembered = 10_000

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const freeName = (name: string, taken: Set<string>): string => {
  let free = name
  for (let i = 2; taken.has(free); i += 1) free = `${name} ${i}`
  taken.add(free)
  return free
}

const jsonOf = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Fractions and powers are amounts; a detector is asked of whole numbers only. */
const maskNumber = (value: number): number => {
  if (!Number.isInteger(value) || Math.abs(value) < 1e8) return value
  const text = String(value)
  const safe = maskText(text)
  return safe === text ? value : Number(safe)
}

const coverNumber = (value: number): number => Number(String(value).replace(/[0-9]/g, '1'))
