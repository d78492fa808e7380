import type { Json, JsonObject } from '../../plan/json'
import { childPointer } from '../../plan/schema-pointer'
import { maskName } from './mask-name'
import { coverText, maskText } from './mask-text'
import { maskUrl } from './mask-url'
import { isSensitiveName } from './sensitive-name'

/** A call without its personal data, and JSON pointers of every value that was replaced. */
export type MaskedCall = { readonly call: Json; readonly masked: readonly string[] }

/** What the plan says of a call. */
export type PlannedMask = {
  /** Pointers of what it marks as personal, with `*` for indices. */
  readonly personal: readonly string[]
  /** Whether it has a rule for the call, whose name is known then. */
  readonly planned: boolean
}

/**
 * Masks a call before it is written anywhere: what the plan says is personal, what stands under a sensitive name, and
 * what a detector finds in texts, numbers, names and addresses. Types, lengths and forms are kept where they can be;
 * true, false and null tell nobody and stay.
 */
export const maskCall = (call: Json, { personal, planned }: PlannedMask): MaskedCall =>
  maskValue(call, personal, (name, value) => isKept(name, value) || (planned && isName(name)))

const maskValue = (
  call: Json,
  personal: readonly string[],
  keeps: (name: string, value: Json) => boolean,
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

/** Of the call itself: what kind it is, when it was, and the id by which deliveries are told apart. */
const isKept = (name: string, value: Json): boolean =>
  typeof value === 'string' &&
  (name === 'type'
    ? value.length < 16
    : name === 'messageId'
      ? value.length <= 200 && !value.includes('@')
      : instants.has(name) && instant.test(value))

const isName = (name: string): boolean => name === 'event' || name === 'name'

const instants: ReadonlySet<string> = new Set(['timestamp', 'originalTimestamp', 'sentAt', 'receivedAt'])
const instant = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(Z|[+-]\d\d:?\d\d)?$/

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const freeName = (name: string, taken: Set<string>): string => {
  let free = name
  for (let i = 2; taken.has(free); i += 1) free = `${name} ${i}`
  taken.add(free)
  return free
}

const maskString = (text: string): string => {
  const inside = /^\s*[[{]/.test(text) ? jsonOf(text) : undefined
  if (typeof inside === 'object' && inside !== null) {
    const { call, masked } = maskValue(inside, [], () => false)
    return masked.length > 0 ? JSON.stringify(call) : text
  }
  return maskText(maskUrl(text))
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
