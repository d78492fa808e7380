import type { OverviewView } from '@/contracts/overview'
import type { Stores } from '@/server/ports/stores'

const dayMs = 24 * 3_600_000
const days = 14

/** Violations, blocked events and volume per day (UTC) over the last 14 days, today included, oldest first. */
export const violationTrend = async (
  { violations, sources }: Stores,
  now: string,
): Promise<OverviewView['trend']> => {
  const today = Math.floor(Date.parse(now) / dayMs) * dayMs
  const first = today - (days - 1) * dayMs
  const since = new Date(first).toISOString()
  const counts = new Map(
    (await violations.dailyTotals(since)).map(({ day, count }) => [day.slice(0, 10), count]),
  )
  const totals = new Map((await sources.dailyTotals(since)).map((total) => [total.day.slice(0, 10), total]))
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(first + index * dayMs).toISOString().slice(0, 10)
    const total = totals.get(day)
    return {
      day,
      violations: counts.get(day) ?? 0,
      blocked: total?.blocked ?? 0,
      volume: total?.volume ?? null,
    }
  })
}
