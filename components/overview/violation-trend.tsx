'use client'
import { useState } from 'react'
import type { OverviewView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { LazyBarChart } from '../ui/lazy-bar-chart'
import { Section } from '../ui/section'
import { Segmented } from '../ui/segmented'
import { TextLink } from '../ui/text-link'
import { trendSentence } from './trend-sentence'

type Measure = 'violations' | 'blocked'

const measures = [
  { value: 'violations', label: 'Violations' },
  { value: 'blocked', label: 'Blocked events' },
] as const

type ViolationTrendProps = { readonly trend: OverviewView['trend']; readonly open: number }

/** Violations per day over two weeks, and what Segment blocked, with how many are open now. */
export const ViolationTrend = ({ trend, open }: ViolationTrendProps) => {
  const has = (measure: Measure) => trend.some((day) => day[measure] > 0)
  const [chosen, setChosen] = useState<Measure | null>(null)
  const measure = chosen ?? (has('violations') || !has('blocked') ? 'violations' : 'blocked')
  const label = measures.find(({ value }) => value === measure)?.label ?? ''
  return (
    <Section
      title="Violations"
      description={trendSentence(trend)}
      actions={
        <TextLink href={`${pages.violations()}?status=open`} className="text-sm">
          {open === 1 ? '1 is open' : `${open.toLocaleString('en')} are open`}
        </TextLink>
      }
    >
      {has('blocked') ? (
        <div>
          <Segmented label="What is counted" value={measure} onValueChange={setChosen} options={measures} />
        </div>
      ) : null}
      {has('violations') || has('blocked') ? (
        <LazyBarChart
          label={`${label} per day over the last 14 days`}
          parts={[{ key: measure, label, color: 'var(--accent-fill)' }]}
          points={trend.map((day) => ({
            tick: dayText(day.day, { day: 'numeric', month: 'short' }),
            title: dayText(day.day, { weekday: 'long', day: 'numeric', month: 'long' }),
            values: { [measure]: day[measure] },
          }))}
        />
      ) : null}
    </Section>
  )
}

// Days are counted in UTC, so they are named in it too.
const dayText = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' })
