import { ruleTypes } from '@/domain/plan/rule'
import { maskName } from '@/domain/traffic/mask/mask-value'
import type { HourlyCount } from '@/server/ports/segment-gateway'
import type { Stores } from '@/server/ports/stores'

/**
 * What Segment counted, without personal data in names that it tells as they were sent: an event that the plan names
 * keeps its name. What has the same name then is one count.
 */
export const maskCounts = async (
  stores: Stores,
  planId: string | null,
  counts: readonly HourlyCount[],
): Promise<readonly HourlyCount[]> => {
  const planned = await plannedAmong(
    stores,
    planId,
    counts.filter(({ eventName }) => maskName(eventName) !== eventName),
  )
  const found = new Map<string, HourlyCount>()
  for (const told of counts) {
    const { eventType, eventName, appVersion, count, ...rest } = told
    const masked = {
      ...rest,
      eventType,
      eventName: planned.has(placeOf(told)) ? eventName : maskName(eventName),
      appVersion: maskName(appVersion),
    }
    const place = JSON.stringify([masked.hour, eventType, masked.eventName, masked.reason, masked.appVersion])
    found.set(place, { ...masked, count: count + (found.get(place)?.count ?? 0) })
  }
  return [...found.values()]
}

const plannedAmong = async (
  stores: Stores,
  planId: string | null,
  counts: readonly HourlyCount[],
): Promise<ReadonlySet<string>> => {
  const head = planId === null ? null : ((await stores.plans.find(planId))?.headVersion ?? null)
  const planned = new Set<string>()
  if (planId === null || head === null) return planned
  for (const eventType of new Set(counts.map((told) => told.eventType))) {
    const type = ruleTypes.find((each) => each === eventType.toUpperCase())
    if (type === undefined) continue
    const keys = counts.flatMap((told) => (told.eventType === eventType ? [told.eventName] : []))
    for (const { key } of await stores.rules.judging(planId, head, { type, keys: [...new Set(keys)] }))
      if (key !== null) planned.add(placeOf({ eventType, eventName: key }))
  }
  return planned
}

const placeOf = ({ eventType, eventName }: Pick<HourlyCount, 'eventType' | 'eventName'>): string =>
  JSON.stringify([eventType, eventName])
