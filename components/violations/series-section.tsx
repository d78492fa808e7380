'use client'
import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { SeriesView, ViolationView } from '@/contracts/violation'
import { FailureNote } from '../data/failure-note'
import type { BarMark, BarPart } from '../ui/bar-chart-data'
import { cn } from '../ui/cn'
import { LazyBarChart } from '../ui/lazy-bar-chart'
import { Section } from '../ui/section'
import { Segmented } from '../ui/segmented'
import { Skeleton } from '../ui/skeleton'
import { beginOf, type FoldedSeries, foldSeries, others, type SeriesStep } from './fold-series'
import { type SeriesRange, seriesQuery, seriesRanges } from './violation-queries'

const splits = ['total', 'source', 'appVersion'] as const

/** Range and split of the chart in the address. */
const chartState = {
  range: parseAsStringLiteral(seriesRanges).withDefault('7d'),
  by: parseAsStringLiteral(splits).withDefault('total'),
} as const

const rangeWords: Readonly<Record<SeriesRange, { readonly label: string; readonly step: SeriesStep }>> = {
  '24h': { label: '24 hours', step: 'hour' },
  '7d': { label: '7 days', step: 'hour' },
  '30d': { label: '30 days', step: 'day' },
  '90d': { label: '90 days', step: 'day' },
}

const splitWords = { total: 'All', source: 'By source', appVersion: 'By app version' } as const

/** The accent and grey, each full and faint: the parts of a split carry no meaning, but must be told apart. */
const shades = [
  'var(--accent-fill)',
  'color-mix(in oklab, var(--accent-fill) 45%, var(--surface))',
  'var(--ink-3)',
  'color-mix(in oklab, var(--ink-3) 50%, var(--surface))',
  'color-mix(in oklab, var(--ink-3) 22%, var(--surface))',
]

type SeriesSectionProps = { readonly id: string; readonly sources: ViolationView['sources'] }

/** How often over time, by hour or by day. */
export const SeriesSection = ({ id, sources }: SeriesSectionProps) => {
  const [{ range, by }, setState] = useQueryStates(chartState)
  const { data, error, refetch, isPlaceholderData } = useQuery(seriesQuery(id, range, by))
  const { label, step } = rangeWords[range]
  const names = new Map(sources.map((source) => [source.id, source.name]))
  const folded = data ? foldSeries(data, step) : null
  return (
    <Section
      title="Over time"
      description={`Per ${step}, over the last ${label}.`}
      actions={
        <div className="flex flex-wrap gap-2">
          <Segmented
            label="Split"
            value={by}
            onValueChange={(next) => setState({ by: next })}
            options={splits.map((value) => ({ value, label: splitWords[value] }))}
          />
          <Segmented
            label="Range"
            value={range}
            onValueChange={(next) => setState({ range: next })}
            options={seriesRanges.map((value) => ({ value, label: rangeWords[value].label }))}
          />
        </div>
      }
    >
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {folded ? (
        <div className={cn('transition-opacity', isPlaceholderData && 'opacity-60')}>
          <LazyBarChart
            label={`Violations per ${step} over the last ${label}`}
            parts={partsOf(folded, by, names)}
            points={folded.points.map(({ at, values }) => ({ ...pointWords(at, range), values }))}
            marks={marksOf(data?.marks ?? [], range)}
          />
        </div>
      ) : error ? null : (
        <Skeleton className="h-60 w-full" />
      )}
    </Section>
  )
}

const shownMarks = 12

/** The newest marks, each at the point of the chart that it falls into. */
const marksOf = (marks: SeriesView['marks'], range: SeriesRange): BarMark[] =>
  marks.slice(-shownMarks).map(({ at, kind, label }) => ({
    title: pointWords(new Date(beginOf(Date.parse(at), rangeWords[range].step)), range).title,
    label,
    color: kind === 'plan' ? 'var(--accent-fill)' : 'var(--ink-3)',
  }))

const partsOf = (
  { parts }: FoldedSeries,
  by: (typeof splits)[number],
  names: ReadonlyMap<string, string>,
): BarPart[] =>
  (parts.length > 0 ? parts : ['']).map((key, at) => ({
    key,
    label: partWord(key, by, names),
    color: shades[at] ?? 'var(--ink-3)',
  }))

const partWord = (key: string, by: (typeof splits)[number], names: ReadonlyMap<string, string>): string => {
  if (key === others) return 'Others'
  if (by === 'total') return 'Violations'
  if (by === 'source') return names.get(key) ?? (key || 'No source told')
  return key || 'No version told'
}

const pointWords = (at: Date, range: SeriesRange) => {
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (rangeWords[range].step === 'day')
    return { tick: day, title: at.toLocaleDateString('en-GB', { dateStyle: 'full' }) }
  return { tick: range === '24h' ? time : day, title: `${day}, ${time}` }
}
