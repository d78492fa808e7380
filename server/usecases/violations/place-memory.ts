import { LRUCache } from 'lru-cache'
import type { StoredRule } from '@/server/ports/rule-store'
import type { ViolationPlace } from './violation-place'

/**
 * What was worked out for occurrences that came before. The keys name the version of the plan, and versions do not
 * change, so nothing of it is ever wrong.
 */
export type PlaceMemory = {
  /** The rules that may judge calls of a name. */
  readonly rules: LRUCache<string, readonly StoredRule[]>
  readonly places: LRUCache<string, ViolationPlace>
}

/** About that of what is remembered of either kind, in bytes. */
const mostBytes = 32_000_000

export const placeMemory = (): PlaceMemory => ({
  rules: new LRUCache({
    maxSize: mostBytes,
    // A schema takes several times its text once it is read.
    sizeCalculation: (rules) => rules.reduce((size, { schemaText }) => size + 6 * schemaText.length, 500),
  }),
  places: new LRUCache({
    maxSize: mostBytes,
    sizeCalculation: ({ message }, words) => 1_000 + 2 * (message.length + words.length),
  }),
})
