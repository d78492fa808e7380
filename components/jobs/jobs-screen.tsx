'use client'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { SquareActivity } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import type { LeaveQueueAction } from '../data/leave-queue-button'
import { subjectOf } from '../data/subject-of'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { Select } from '../ui/select'
import { SkeletonRows } from '../ui/skeleton'
import { jobFilter, jobStatuses } from './job-filter'
import { JobRow, jobStatusWord } from './job-row'
import { jobsQuery } from './jobs-query'

const statuses = [
  { value: 'all', label: 'Any status' },
  ...jobStatuses.map((value) => ({ value, label: jobStatusWord(value) })),
] as const

type JobsScreenProps = { readonly leaveQueue: LeaveQueueAction }

/** What the installation does in the background, and what went wrong there. */
export const JobsScreen = ({ leaveQueue }: JobsScreenProps) => {
  const [{ status }, setFilter] = useQueryStates(jobFilter)
  return (
    <Page>
      <PageHeader
        title="Jobs"
        actions={
          <Select
            label="Status"
            value={status ?? 'all'}
            options={statuses}
            onValueChange={(next) => setFilter({ status: next === 'all' ? null : next })}
            className="w-auto min-w-28"
          />
        }
      />
      <JobList leaveQueue={leaveQueue} />
    </Page>
  )
}

const JobList = ({ leaveQueue }: JobsScreenProps) => {
  const [{ status }, setFilter] = useQueryStates(jobFilter)
  const { data: frame } = useQuery(frameQuery())
  const query = useInfiniteQuery({ ...jobsQuery(status), placeholderData: keepPreviousData })
  if (query.error && !query.data) return <FailureNote error={query.error} onRetry={() => query.refetch()} />
  if (query.isPending) return <SkeletonRows label="Reading the jobs" />
  const jobs = query.data?.pages.flatMap(({ data }) => data) ?? []
  if (jobs.length === 0)
    return status === null ? (
      <EmptyState icon={SquareActivity} title="Nothing has run yet">
        Reading a workspace or a plan, and publishing, happen here.
      </EmptyState>
    ) : (
      <EmptyState
        icon={SquareActivity}
        title={`No job is ${jobStatusWord(status).toLowerCase()}`}
        actions={<Button onClick={() => setFilter({ status: null })}>Show all</Button>}
      />
    )
  return (
    <div className="flex flex-col items-start gap-3">
      <ul
        aria-label="Jobs"
        className={cn(
          'w-full border-line border-t transition-opacity',
          query.isPlaceholderData && 'opacity-60',
        )}
      >
        {jobs.map((job) => (
          <JobRow
            key={job.id}
            job={job}
            leaveQueue={leaveQueue}
            subject={job.subject && frame ? subjectOf(job.subject, frame) : null}
          />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </div>
  )
}
