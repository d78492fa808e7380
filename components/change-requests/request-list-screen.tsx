'use client'
import { useQuery } from '@tanstack/react-query'
import { GitPullRequestArrow, Inbox, SearchX } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import type { LeaveQueueAction } from '../data/leave-queue-button'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import { useRowKeys } from '../ui/use-row-keys'
import { PublishQueue } from './publish-queue'
import { isPlain } from './request-filter'
import { RequestRow } from './request-row'
import { RequestToolbar } from './request-toolbar'
import { useRequestList } from './use-request-list'

/** Every change request of every plan: what is under way, and what waits for me? */
export const RequestListScreen = ({ leaveQueue }: { readonly leaveQueue: LeaveQueueAction }) => {
  const list = useRequestList()
  return (
    <Page>
      <PageHeader title="Change requests" />
      <RequestToolbar />
      <QueueOfPlan plan={list.filter.plan} leaveQueue={leaveQueue} />
      <ListBody list={list} />
    </Page>
  )
}

/** Of the plan that was chosen, or of the only one. */
const QueueOfPlan = ({
  plan,
  leaveQueue,
}: {
  readonly plan: string | null
  readonly leaveQueue: LeaveQueueAction
}) => {
  const { data: frame } = useQuery(frameQuery())
  const shown =
    plan === null && frame?.plans.length === 1 ? frame.plans[0] : frame?.plans.find(({ id }) => id === plan)
  return shown ? <PublishQueue plan={shown.id} name={shown.name} leaveQueue={leaveQueue} /> : null
}

type List = ReturnType<typeof useRequestList>

const ListBody = ({ list }: { readonly list: List }): ReactNode => {
  const { data: frame } = useQuery(frameQuery())
  const rows = useRef<HTMLUListElement>(null)
  const { active } = useRowKeys(rows, list.requests.length, (index) =>
    rows.current?.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'nearest' }),
  )
  if (list.error && list.requests.length === 0) return <FailureNote error={list.error} onRetry={list.retry} />
  if (list.isPending) return <SkeletonRows label="Reading the change requests" />
  if (list.requests.length === 0)
    return list.settling ? <SkeletonRows label="Searching" /> : <NoRequests list={list} />
  return (
    <>
      <ul
        ref={rows}
        aria-label="Change requests"
        aria-busy={list.settling}
        className={cn('border-line border-t transition-opacity', list.settling && 'opacity-60')}
      >
        {list.requests.map((request, index) => (
          <RequestRow
            key={`${request.plan.id} ${request.number}`}
            request={request}
            index={index}
            active={index === active}
            showPlan={(frame?.plans.length ?? 0) > 1}
          />
        ))}
      </ul>
      {list.hasMore ? (
        <div className="flex justify-center py-4">
          <Button pending={list.isReadingMore} onClick={list.more}>
            Show more
          </Button>
        </div>
      ) : null}
    </>
  )
}

const NoRequests = ({ list: { filter, setFilter } }: { readonly list: List }) => {
  const { data: frame } = useQuery(frameQuery())
  const first = frame?.plans[0]
  const clear = () => setFilter(null)
  if (filter.waiting)
    return (
      <EmptyState
        icon={Inbox}
        title="Nothing waits for you"
        actions={<Button onClick={clear}>Show all at work</Button>}
      >
        Requests that need your approval or mention you appear here.
      </EmptyState>
    )
  if (!isPlain(filter))
    return (
      <EmptyState
        icon={SearchX}
        title="No request answers this filter"
        actions={<Button onClick={clear}>Clear the filter</Button>}
      />
    )
  return (
    <EmptyState
      icon={GitPullRequestArrow}
      title="No change request is under way"
      actions={
        <>
          {first ? (
            <LinkButton variant="primary" href={pages.catalog(first.id)}>
              Go to the catalog
            </LinkButton>
          ) : null}
          <Button onClick={() => setFilter({ status: 'all' })}>Show finished ones</Button>
        </>
      }
    >
      Open an event in the catalog and propose a change. Somebody else approves it, then it goes to Segment.
    </EmptyState>
  )
}
