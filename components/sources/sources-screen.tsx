'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Radio, SearchX } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useDeferredValue } from 'react'
import { pages } from '@/contracts/paths'
import { AddressSearch } from '../data/address-search'
import { FailureNote } from '../data/failure-note'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import { sourceFilter } from './source-filter'
import { sourcesQuery } from './source-queries'
import { SourceTable } from './source-table'

/** Where does it come from, and what happens to bad data? */
export const SourcesScreen = () => {
  const [filter, setFilter] = useQueryStates(sourceFilter)
  const asked = useDeferredValue(filter)
  const sources = useInfiniteQuery({ ...sourcesQuery(asked), placeholderData: keepPreviousData })
  const rows = sources.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <Page width="full" className="max-w-[96rem]">
      <PageHeader title="Sources" />
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <AddressSearch label="Search sources" placeholder="Search sources" className="w-64 max-sm:w-full" />
        <p role="status" className="text-ink-3 text-xs tabular-nums">
          {sources.isPending || sources.error
            ? ''
            : `${sources.hasNextPage ? 'more than ' : ''}${rows.length.toLocaleString('en')} shown`}
        </p>
      </div>
      {sources.error ? <FailureNote error={sources.error} onRetry={() => sources.refetch()} /> : null}
      {sources.isPending ? <SkeletonRows label="Reading the sources" /> : null}
      {rows.length > 0 ? (
        <SourceTable
          rows={rows}
          settling={sources.isPlaceholderData}
          hasMore={sources.hasNextPage && !sources.isPlaceholderData}
          onMore={() => {
            if (!sources.isFetchingNextPage) sources.fetchNextPage()
          }}
        />
      ) : null}
      {sources.data && rows.length === 0 ? (
        filter.q !== '' || filter.plan !== null ? (
          <EmptyState
            icon={SearchX}
            title="No source answers this filter"
            actions={<Button onClick={() => setFilter({ q: null, plan: null })}>Clear the filter</Button>}
          />
        ) : (
          <NothingYet />
        )
      ) : null}
    </Page>
  )
}

const NothingYet = () => {
  const mayConnect = useCan('connect-workspace')
  return (
    <EmptyState
      icon={Radio}
      title="No sources yet"
      actions={
        mayConnect ? (
          <LinkButton variant="primary" href={pages.settings('workspaces')}>
            Connect a workspace
          </LinkButton>
        ) : null
      }
    >
      The sources of a Segment workspace come in when it is connected, each with its plan, its settings and
      its destinations.
    </EmptyState>
  )
}
