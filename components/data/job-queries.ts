import { queryOptions } from '@tanstack/react-query'
import { JobView } from '@/contracts/job'
import { apiPaths } from '@/contracts/paths'
import { getJson } from './get-json'

/** A job, read again every second until it has ended. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id] as const,
    queryFn: ({ signal }) => getJson(apiPaths.job(id), JobView, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 1_000),
  })

export const isOver = (job: JobView): boolean => job.status !== 'queued' && job.status !== 'running'
