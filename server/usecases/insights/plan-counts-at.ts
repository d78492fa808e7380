import type { Measures } from '@/contracts/insights'
import { ownersOf } from '@/domain/review/ownership'
import type { EventInterval } from '@/server/ports/insight-store'
import type { Stores } from '@/server/ports/stores'

type PlanCounts = Pick<Measures, 'planned' | 'described' | 'owned'>

/**
 * Events that plans held at each instant, with how many of them were described, and owned by the policy that their plan
 * has now; null at an instant at which none of the plans was here.
 */
export const planCountsAt = async (
  stores: Stores,
  planIds: readonly string[],
  instants: readonly string[],
): Promise<{ readonly counts: readonly PlanCounts[]; readonly hasOwners: boolean }> => {
  let hasOwners = false
  const counts: PlanCounts[] = instants.map(() => ({ planned: null, described: null, owned: null }))
  for (const planId of planIds) {
    const { policy } = await stores.policies.find(planId)
    hasOwners ||= policy.ownerships.length > 0
    const versions = await stores.insights.versionsAt(planId, instants)
    const known = versions.filter((version) => version !== null)
    if (known.length === 0) continue
    const events = await stores.insights.events(planId, Math.min(...known), Math.max(...known))
    const isOwned = ({ key, labels }: EventInterval) =>
      ownersOf(policy.ownerships, { type: 'TRACK', key, labels }).length > 0
    const groups = groupsOf(events, isOwned)
    const byVersion = new Map(known.map((version) => [version, countsOf(groups, version)]))
    for (const [place, version] of versions.entries()) {
      const count = version === null ? undefined : byVersion.get(version)
      if (count) counts[place] = sum(counts[place], count)
    }
  }
  return { counts, hasOwners }
}

type Group = Pick<EventInterval, 'from' | 'to'> & { planned: number; described: number; owned: number }

/** Most events of a plan stood for the same few times, so each time is counted once. */
const groupsOf = (
  events: readonly EventInterval[],
  isOwned: (event: EventInterval) => boolean,
): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const event of events) {
    const { from, to, isDescribed } = event
    const time = `${from} ${to}`
    const group = groups.get(time) ?? { from, to, planned: 0, described: 0, owned: 0 }
    groups.set(time, group)
    group.planned += 1
    if (isDescribed) group.described += 1
    if (isOwned(event)) group.owned += 1
  }
  return [...groups.values()]
}

const countsOf = (groups: readonly Group[], version: number) => {
  const count = { planned: 0, described: 0, owned: 0 }
  for (const { from, to, planned, described, owned } of groups) {
    if (from > version || (to !== null && to <= version)) continue
    count.planned += planned
    count.described += described
    count.owned += owned
  }
  return count
}

const sum = (known: PlanCounts | undefined, more: ReturnType<typeof countsOf>): PlanCounts => ({
  planned: (known?.planned ?? 0) + more.planned,
  described: (known?.described ?? 0) + more.described,
  owned: (known?.owned ?? 0) + more.owned,
})
