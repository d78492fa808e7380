import type { ViolationView } from '@/contracts/violation'
import type { Stores } from '@/server/ports/stores'

const weekMs = 7 * 24 * 3_600_000

/**
 * Adds each violation's share of its event's volume over the last seven days, where Segment's own counts are known.
 * One call can break a constraint in several places of an array, so the share is capped at 1.
 */
export const withShare = async (
  stores: Stores,
  violations: readonly ViolationView[],
  now: string,
): Promise<ViolationView[]> => {
  const since = new Date(Date.parse(now) - weekMs).toISOString()
  const volumes = new Map<string, number>()
  for (const planId of new Set(violations.map(({ plan }) => plan.id)))
    for (const { eventType, eventName, count } of await stores.sources.volumeByEvent(planId, since))
      volumes.set(JSON.stringify([planId, eventType.toUpperCase(), eventName]), count)
  return violations.map((violation) => {
    const { plan, rule, trend } = violation
    const volume = volumes.get(JSON.stringify([plan.id, rule.type, rule.key ?? ''])) ?? 0
    const lastWeek = trend.reduce((sum, count) => sum + count, 0)
    return { ...violation, share: volume > 0 ? Math.min(1, lastWeek / volume) : null }
  })
}
