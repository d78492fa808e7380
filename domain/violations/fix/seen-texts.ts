import type { Json } from '../../plan/json'
import type { SeenValue } from '../../traffic/infer-schema'
import { isDirty, spelling } from './dirty-value'

/** A value with how many calls or items carry it. */
export type Counted = { readonly value: Json; readonly count: number }

/** Values by how often they are seen, most first; masked ones tell nothing and are left out. */
export const countedValues = (seen: readonly SeenValue[]): readonly Counted[] => {
  const counts = new Map<string, { value: Json; count: number }>()
  for (const { value, isMasked } of seen) {
    if (isMasked) continue
    const key = JSON.stringify(value)
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { value, count: 1 })
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .map(([, counted]) => counted)
}

/** What is not a placeholder; all of it where nothing else is. */
export const cleanValues = (seen: readonly SeenValue[]): readonly SeenValue[] => {
  const clean = seen.filter(({ value, isMasked }) => isMasked || !isDirty(value))
  return clean.length > 0 ? clean : seen
}

/**
 * Values that are seen often enough to be meant: no placeholder, no other spelling of a value that is planned or seen
 * more often, and no one-off.
 */
export const meantValues = (seen: readonly SeenValue[], planned: readonly Json[]): readonly Json[] => {
  const counted = countedValues(seen)
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  const spellings = new Set(planned.filter((value) => typeof value === 'string').map(spelling))
  const meant: Json[] = []
  for (const { value, count } of counted) {
    if (isDirty(value) || count < fewest || count < total * smallestShare) continue
    if (typeof value === 'string') {
      if (spellings.has(spelling(value))) continue
      spellings.add(spelling(value))
    }
    meant.push(value)
  }
  return meant
}

const fewest = 2
const smallestShare = 0.01

const mostOfSet = 12
const enoughToTell = 20
const eachAtLeast = 3

/** The values where they look like a closed set: few, each of them seen again and again; else null. */
export const closedSet = (seen: readonly SeenValue[]): readonly string[] | null => {
  const counted = countedValues(seen)
  const texts = counted.flatMap(({ value, count }) =>
    typeof value === 'string' && !isDirty(value) && count >= eachAtLeast ? [value] : [],
  )
  const isClosed =
    seen.length >= enoughToTell && seen.every(({ isMasked }) => !isMasked) && texts.length === counted.length
  const isOneSpelling = new Set(texts.map(spelling)).size === texts.length
  return isClosed && isOneSpelling && texts.length <= mostOfSet ? texts : null
}
