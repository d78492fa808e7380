'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartLine, Printer } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { insightRanges } from '@/contracts/insights'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { Segmented } from '../ui/segmented'
import { SkeletonRows } from '../ui/skeleton'
import { insightsFilter } from './insights-filter'
import { insightsQuery } from './insights-query'
import { measures } from './measure'
import { MeasureSection } from './measure-section'
import { spanText } from './measure-text'
import { ScopeSelect } from './scope-select'

const ranges = insightRanges.map((value) => ({ value, label: `${value} days` }))

/** Are we getting better? */
export const InsightsScreen = () => {
  const [filter, setFilter] = useQueryStates(insightsFilter)
  const { data: frame } = useQuery(frameQuery())
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...insightsQuery(filter),
    placeholderData: keepPreviousData,
  })
  const hasPlans = frame === undefined || frame.plans.length > 0
  return (
    <Page className="print:px-0">
      <PageHeader
        title="Insights"
        meta={data ? <span>{spanText(data)}, in UTC, beside as many days before</span> : null}
        actions={
          hasPlans ? (
            <div className="flex flex-wrap items-center gap-2 print:hidden">
              {frame ? <ScopeSelect scope={filter} frame={frame} onChange={setFilter} /> : null}
              <Segmented
                label="How far back"
                value={filter.days}
                onValueChange={(days) => setFilter({ days })}
                options={ranges}
              />
              <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
                Print
              </Button>
            </div>
          ) : null
        }
      />
      {hasPlans ? null : <NoPlan />}
      {hasPlans && error && !data ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {hasPlans && !error && !data ? <SkeletonRows label="Reading the insights" /> : null}
      {hasPlans && data ? (
        <div
          className={cn(
            'grid gap-x-10 gap-y-10 transition-opacity lg:grid-cols-2 print:block print:space-y-8',
            isPlaceholderData && 'opacity-60',
          )}
        >
          {measures.map((measure) => (
            <MeasureSection key={measure.id} measure={measure} view={data} />
          ))}
        </div>
      ) : null}
    </Page>
  )
}

const NoPlan = () => (
  <EmptyState
    icon={ChartLine}
    title="No tracking plan is here yet"
    actions={<LinkButton href={pages.overview()}>To the overview</LinkButton>}
  >
    Once a workspace is connected, this shows whether tracking gets better: violations per million events, how
    long they take to resolve, and how much of what is sent is planned, described and owned.
  </EmptyState>
)
