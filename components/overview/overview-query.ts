import { queryOptions } from '@tanstack/react-query'
import { OverviewView } from '@/contracts/overview'
import { apiPaths } from '@/contracts/paths'
import { getJson } from '../data/get-json'
import { isBeingRead } from '../data/is-being-read'

/** What the overview shows; read again now and then, since others work too. */
export const overviewQuery = () =>
  queryOptions({
    queryKey: ['overview'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.overview(), OverviewView, signal),
    refetchInterval: ({ state }) => (state.data?.plans.some(isBeingRead) ? 3_000 : 30_000),
  })
