import { queryOptions } from '@tanstack/react-query'
import { LiveSource } from '@/contracts/live'
import { apiPaths } from '@/contracts/paths'
import { getList } from '../data/get-list'

export const liveSourcesQuery = () =>
  queryOptions({
    queryKey: ['live-sources'] as const,
    queryFn: ({ signal }) => getList(apiPaths.liveSources(), LiveSource, signal),
    refetchInterval: 10_000,
  })
