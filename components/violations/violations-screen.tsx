'use client'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, SearchX, Webhook } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { isFailure } from '../data/request-failed'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import { useViolations } from './use-violations'
import { violationFilter } from './violation-filter'
import { ViolationTable } from './violation-table'
import { ViolationToolbar } from './violation-toolbar'

/** What is broken, since when, and where does it come from? */
export const ViolationsScreen = () => {
  const violations = useViolations()
  const { isPending, rows, hasMore } = violations
  return (
    <Page width="full" className="max-w-[96rem]">
      <PageHeader title="Violations" />
      <ViolationToolbar>
        <p role="status" className="text-ink-3 text-xs tabular-nums">
          {isPending || violations.error
            ? ''
            : `${hasMore ? 'more than ' : ''}${rows.length.toLocaleString('en')} shown`}
        </p>
      </ViolationToolbar>
      <Body violations={violations} />
    </Page>
  )
}

const Body = ({ violations }: { readonly violations: ReturnType<typeof useViolations> }) => {
  const { error, retry, isPending, rows, settling, filter } = violations
  if (isFailure(error, 'not-found')) return <NothingFound title="This plan is not known any more" />
  if (error) return <FailureNote error={error} onRetry={retry} />
  if (isPending) return <SkeletonRows label="Reading the violations" />
  if (rows.length > 0)
    return (
      <ViolationTable rows={rows} settling={settling} hasMore={violations.hasMore} onMore={violations.more} />
    )
  if (settling) return <SkeletonRows label="Searching" />
  const isNarrowed = filter.q !== '' || filter.plan !== null || filter.source !== null || filter.key !== null
  if (isNarrowed) return <NothingFound title="Nothing answers this filter" />
  return filter.status === 'all' ? <NothingYet /> : <NothingInStatus status={filter.status} />
}

const NothingFound = ({ title }: { readonly title: string }) => {
  const [, setFilter] = useQueryStates(violationFilter)
  return (
    <EmptyState
      icon={SearchX}
      title={title}
      actions={
        <Button onClick={() => setFilter({ q: null, status: null, plan: null, source: null, key: null })}>
          Clear the filter
        </Button>
      }
    />
  )
}

const NothingInStatus = ({ status }: { readonly status: string }) => {
  const [, setFilter] = useQueryStates(violationFilter)
  const { data: frame } = useQuery(frameQuery())
  if (status === 'open' && frame?.openViolations === 0) return <NothingYet />
  return (
    <EmptyState
      icon={CircleCheck}
      title="No violation is in this state"
      actions={<Button onClick={() => setFilter({ status: 'all' })}>Show all</Button>}
    />
  )
}

const NothingYet = () => {
  const maySetUp = useCan('manage-endpoints')
  return (
    <EmptyState
      icon={Webhook}
      title="No violation is open"
      actions={
        maySetUp ? (
          <LinkButton variant="primary" href={pages.settings('endpoints')}>
            Set up forwarding
          </LinkButton>
        ) : null
      }
    >
      Segment has to be told to forward them: turn on violation forwarding in the schema configuration of a
      source, and send what arrives to an address made here.{' '}
      {maySetUp ? 'The steps stand beside the address.' : 'An administrator can set that up.'}
    </EmptyState>
  )
}
