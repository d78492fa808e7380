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
import { Board } from './board'
import { LateNote } from './late-note'
import { SavedFilters } from './saved-filters'
import { useBoard } from './use-board'
import type { BoardActions } from './violation-actions'
import { violationFilter } from './violation-filter'
import { ViolationToolbar } from './violation-toolbar'

/** What is broken, since when, and whose is it? */
export const ViolationsScreen = ({ actions }: { readonly actions: BoardActions }) => {
  const board = useBoard()
  const { isPending, rows, hasMore } = board
  return (
    <Page width="full" className="max-w-[96rem]">
      <PageHeader
        title="Violations"
        actions={
          <LinkButton href={pages.dynamicNames(board.filter.plan ?? undefined)}>
            Names that carry a value
          </LinkButton>
        }
      />
      <ViolationToolbar>
        <p role="status" className="text-ink-3 text-xs tabular-nums">
          {isPending || board.error
            ? ''
            : `${hasMore ? 'more than ' : ''}${rows.length.toLocaleString('en')} shown; shares and past days are up to 5 minutes old`}
        </p>
        <SavedFilters saveFilter={actions.saveFilter} deleteFilter={actions.deleteFilter} />
      </ViolationToolbar>
      <LateNote />
      <Body board={board} triage={actions.triage} />
    </Page>
  )
}

type BodyProps = {
  readonly board: ReturnType<typeof useBoard>
  readonly triage: BoardActions['triage']
}

const Body = ({ board, triage }: BodyProps) => {
  const { error, retry, isPending, rows, settling, filter } = board
  if (isFailure(error, 'not-found')) return <NothingFound title="This plan is not known any more" />
  if (error) return <FailureNote error={error} onRetry={retry} />
  if (isPending) return <SkeletonRows label="Reading the violations" />
  if (rows.length > 0) return <Board board={board} triage={triage} />
  if (settling) return <SkeletonRows label="Searching" />
  if (isNarrowed(filter)) return <NothingFound title="Nothing answers this filter" />
  return filter.status === 'all' ? <NothingYet /> : <NothingInStatus status={filter.status} />
}

const isNarrowed = (filter: BodyProps['board']['filter']): boolean =>
  filter.q !== '' ||
  filter.plan !== null ||
  filter.source !== null ||
  filter.key !== null ||
  filter.owner !== null ||
  filter.whose !== 'all' ||
  filter.regressed

const NothingFound = ({ title }: { readonly title: string }) => {
  const [, setFilter] = useQueryStates(violationFilter)
  return (
    <EmptyState
      icon={SearchX}
      title={title}
      actions={<Button onClick={() => setFilter(null)}>Clear the filter</Button>}
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
  const maySetUp = useCan('connect-sources')
  return (
    <EmptyState
      icon={Webhook}
      title="No violation is open"
      actions={
        maySetUp ? (
          <LinkButton variant="primary" href={pages.sources()}>
            Connect a source
          </LinkButton>
        ) : null
      }
    >
      None arrives until a source is connected: each has several ways to send its violations here, set up and
      tried out on its Routes tab. {maySetUp ? '' : 'A steward or an administrator can do that.'}
    </EmptyState>
  )
}
