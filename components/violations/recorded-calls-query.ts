import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { ViolationCallList } from '@/contracts/violation-call'
import { getJson } from '../data/get-json'

/** Recorded calls that break a violation; judged when asked, so not asked again without need. */
export const recordedCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['violation', id, 'calls'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.violationCalls(id), ViolationCallList, signal),
    staleTime: 60_000,
  })
