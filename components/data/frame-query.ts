import { queryOptions } from '@tanstack/react-query'
import { FrameView } from '@/contracts/overview'
import { apiPaths } from '@/contracts/paths'
import { getJson } from './get-json'
import { isFailure } from './request-failed'

/**
 * Who is signed in, the plans there are, and the numbers in the rail. Its regular reads are also how a lost
 * connection is noticed, and how it is noticed that it is back.
 */
export const frameQuery = () =>
  queryOptions({
    queryKey: ['frame'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.frame(), FrameView, signal),
    refetchInterval: ({ state }) => (isFailure(state.error, 'offline') ? 3_000 : 20_000),
    retry: false,
  })
