import type { z } from 'zod'
import { cutKey } from '@/domain/plan/longest-key'
import type { HourlyCount } from '@/server/ports/segment-gateway'
import type { WireCounts } from './wire-shapes'

/**
 * One entry per hour, event and reason, hours without any left out. Segment may give a row twice: such are added up, and so are names that are the same as far as a name is kept.
 */
export const hourlyCounts = (rows: readonly z.infer<typeof WireCounts>[]): HourlyCount[] => {
  const counts = new Map<string, HourlyCount>()
  for (const { eventType, eventName, discardReason, appVersion, series } of rows)
    for (const { time, count } of series) {
      const at = Date.parse(time)
      if (count <= 0 || Number.isNaN(at)) continue
      const hour = new Date(at - (at % hourMs)).toISOString()
      const named = {
        hour,
        eventType: (eventType ?? '').toLowerCase(),
        eventName: cutKey(eventName ?? ''),
        reason: discardReason ?? '',
        appVersion: cutKey(appVersion ?? ''),
      }
      const key = JSON.stringify(named)
      counts.set(key, { ...named, count: count + (counts.get(key)?.count ?? 0) })
    }
  return [...counts.values()]
}

const hourMs = 3_600_000
