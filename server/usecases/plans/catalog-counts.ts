import type { Stores } from '@/server/ports/stores'

const weekMs = 7 * 24 * 3_600_000

/** What is going on with the rules of a plan, beside the rules themselves; one query each. */
export type CatalogCounts = {
  /** By type and key: violations do not always know the rule's version. */
  readonly violations: ReadonlyMap<string, number>
  /** Numbers of open change requests by rule key. */
  readonly changeRequests: ReadonlyMap<string, readonly number[]>
  /** Events of the last seven days by type and name; null when nothing is known of any. */
  readonly volume: ReadonlyMap<string, number> | null
}

export const catalogCounts = async (stores: Stores, planId: string, now: string): Promise<CatalogCounts> => {
  const violations = await stores.violations.openByRule(planId)
  const touching = await stores.changeRequests.openTouching(planId)
  const since = new Date(Date.parse(now) - weekMs).toISOString()
  const volume = await stores.sources.volumeByEvent(planId, since)
  const changeRequests = new Map<string, number[]>()
  for (const { ruleKey, number } of touching)
    changeRequests.set(ruleKey, [...(changeRequests.get(ruleKey) ?? []), number])
  return {
    violations: new Map(violations.map(({ type, key, count }) => [eventOf(type, key), count])),
    changeRequests,
    volume:
      volume.length === 0
        ? null
        : new Map(volume.map(({ eventType, eventName, count }) => [eventOf(eventType, eventName), count])),
  }
}

/** Segment writes types of calls in lower case and types of rules in upper case; no name is an empty one. */
export const eventOf = (type: string, name: string | null): string =>
  JSON.stringify([type.toUpperCase(), name ?? ''])
