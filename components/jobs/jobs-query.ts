import { infiniteQueryOptions } from '@tanstack/react-query'
import { JobView } from '@/contracts/job'
import { apiPaths } from '@/contracts/paths'
import { getList } from '../data/get-list'
import { isOver } from '../data/job-queries'

/** Rows of one page of the list. */
export const jobLimit = 30

/** Jobs, newest first; read again every other second while one of them is under way, and does not wait for its hour. */
export const jobsQuery = (status: JobView['status'] | null) =>
  infiniteQueryOptions({
    queryKey: ['jobs', status] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(apiPaths.jobs({ status, limit: jobLimit, cursor: pageParam }), JobView, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((job) => !isOver(job) && !job.waits?.until))
        ? 2_000
        : 10_000,
  })
