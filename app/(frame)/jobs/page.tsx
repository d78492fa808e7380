import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { loadJobFilter } from '@/components/jobs/job-filter'
import { jobLimit, jobsQuery } from '@/components/jobs/jobs-query'
import { JobsScreen } from '@/components/jobs/jobs-screen'
import { listJobs } from '@/server/usecases/jobs/list-jobs'
import { leaveQueue } from '../leave-queue-action'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Jobs' }

export default async function JobsPage({ searchParams }: Props) {
  const { status } = await loadJobFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchInfiniteQuery({
    ...jobsQuery(status),
    queryFn: () => listJobs(ctx, { status: status ?? undefined, limit: jobLimit }),
  })
  return (
    <Hydrated queries={queries}>
      <JobsScreen leaveQueue={leaveQueue} />
    </Hydrated>
  )
}
