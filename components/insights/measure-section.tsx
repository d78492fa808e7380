'use client'
import { CircleHelp, Equal, type LucideIcon, TrendingDown, TrendingUp } from 'lucide-react'
import type { InsightsView } from '@/contracts/insights'
import { pages } from '@/contracts/paths'
import { cn } from '../ui/cn'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { type Tone, toneText } from '../ui/tone'
import type { Measure } from './measure'
import { type MeasureChange, measureChange } from './measure-change'
import { MeasureChart } from './measure-chart'
import { UnknownNote } from './unknown-note'

type MeasureSectionProps = { readonly measure: Measure; readonly view: InsightsView }

/** One question: its number now, how that stands beside the time before, and how it got there. */
export const MeasureSection = ({ measure, view }: MeasureSectionProps) => {
  const { id, title, meaning, numberOf, textOf, parts } = measure
  const value = numberOf(view.total)
  const change = measureChange(measure, value, numberOf(view.before))
  return (
    <Section title={title} description={meaning} className="break-inside-avoid">
      {value === null ? (
        <UnknownNote id={id} />
      ) : (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-semibold text-2xl text-ink tabular-nums tracking-tight">{textOf(value)}</span>
          <Change change={change} better={measure.better} />
        </p>
      )}
      <p className="text-ink-3 text-xs">
        {parts
          .map((part) => `${part.label}: ${part.numberOf(view.total)?.toLocaleString('en') ?? 'not known'}`)
          .join(' · ')}
      </p>
      {id === 'per-million' && value !== null && view.total.violations > view.total.rated ? (
        <p className="text-ink-2 text-sm">
          {(view.total.violations - view.total.rated).toLocaleString('en')} of these violations are not in the
          rate: Segment counted no events of their <TextLink href={pages.sources()}>sources</TextLink> on
          their days, as of what came by the collector or from a file alone.
        </p>
      ) : null}
      {id === 'owned' && !view.hasOwners && value !== null ? (
        <p className="text-ink-2 text-sm">
          No plan says who answers for its events.{' '}
          <TextLink href={pages.settings('policies')}>Name owners</TextLink> in its policy.
        </p>
      ) : null}
      {view.points.some((point) => numberOf(point) !== null) ? (
        <MeasureChart measure={measure} points={view.points} />
      ) : null}
    </Section>
  )
}

const looks: Readonly<Record<MeasureChange['is'], Tone>> = {
  better: 'good',
  worse: 'bad',
  same: 'quiet',
  unknown: 'quiet',
}

const Change = ({
  change: { is, words },
  better,
}: {
  readonly change: MeasureChange
  readonly better: Measure['better']
}) => {
  const Icon = iconOf(is, better)
  return (
    <span className={cn('inline-flex items-center gap-1.5 text-sm', toneText[looks[is]])}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {words}
    </span>
  )
}

const iconOf = (is: MeasureChange['is'], better: Measure['better']): LucideIcon => {
  if (is === 'same') return Equal
  if (is === 'unknown') return CircleHelp
  return (is === 'better') === (better === 'more') ? TrendingUp : TrendingDown
}
