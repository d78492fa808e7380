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
    const marked = events.map((event) => ({ ...event, isOwned: isOwned(event) }))
    const byVersion = new Map(known.map((version) => [version, countsOf(marked, version)]))
    for (const [place, version] of versions.entries()) {
      const count = version === null ? undefined : byVersion.get(version)
      if (count) counts[place] = sum(counts[place], count)
    }
  }
  return { counts, hasOwners }
}

const countsOf = (events: readonly (EventInterval & { readonly isOwned: boolean })[], version: number) => {
  const count = { planned: 0, described: 0, owned: 0 }
  for (const { from, to, isDescribed, isOwned } of events) {
    if (from > version || (to !== null && to <= version)) continue
    count.planned += 1
    if (isDescribed) count.described += 1
    if (isOwned) count.owned += 1
  }
  return count
}

const sum = (known: PlanCounts | undefined, more: ReturnType<typeof countsOf>): PlanCounts => ({
  planned: (known?.planned ?? 0) + more.planned,
  described: (known?.described ?? 0) + more.described,
  owned: (known?.owned ?? 0) + more.owned,
})
