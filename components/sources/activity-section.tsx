'use client'
import type { SourceView } from '@/contracts/source'
import type { BarPoint } from '../ui/bar-chart-data'
import { LazyBarChart } from '../ui/lazy-bar-chart'
import { Section } from '../ui/section'
import { hourPoints } from './hour-points'

const parts = [
  { key: 'blocked', label: 'Blocked by Segment', color: 'var(--ink-3)' },
  { key: 'violations', label: 'Violations that arrived', color: 'var(--accent-fill)' },
]
const volumeParts = [{ key: 'volume', label: 'Events that passed', color: 'var(--accent-fill)' }]

/** How much came through, was blocked, and was found wrong, by the hour. */
export const ActivitySection = ({ hours }: { readonly hours: SourceView['hours'] }) => {
  if (hours.length === 0)
    return (
      <Section title="The last 7 days">
        <p className="text-ink-2 text-sm">
          Segment has counted nothing of this source yet. Its counts are read every quarter of an hour.
        </p>
      </Section>
    )
  const points: BarPoint[] = hourPoints(hours)
  return (
    <Section title="The last 7 days" description="Per hour. Blocked events are Segment's own count.">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <LazyBarChart
          label="Events that passed per hour over the last 7 days"
          parts={volumeParts}
          points={points}
        />
        <LazyBarChart
          label="Blocked events and violations per hour over the last 7 days"
          parts={parts}
          points={points}
        />
      </div>
    </Section>
  )
}
