import type { SourceView } from '@/contracts/source'
import type { BarPoint } from '../ui/bar-chart-data'

const hourMs = 3_600_000

/** A bar for each hour from the first to the last that has anything, hours without included. */
export const hourPoints = (hours: SourceView['hours']): BarPoint[] => {
  const counts = new Map(hours.map(({ hour, ...rest }) => [Date.parse(hour), rest]))
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  if (!Number.isFinite(first)) return []
  return Array.from({ length: (last - first) / hourMs + 1 }, (_, index) => {
    const at = new Date(first + index * hourMs)
    const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
    const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    return {
      tick: day,
      title: `${day}, ${time}`,
      values: counts.get(at.getTime()) ?? { volume: 0, blocked: 0, violations: 0 },
    }
  })
}
