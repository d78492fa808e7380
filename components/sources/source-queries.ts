import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { listOf } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { RouteView, SourceRow, SourceView } from '@/contracts/source'
import { DisagreementView } from '@/contracts/traffic'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'
import { type SourceFilter, sourceQueryOf } from './source-filter'

/** Rows of one page of the list. */
export const sourceLimit = 100

export const sourcesQuery = (filter: SourceFilter) =>
  infiniteQueryOptions({
    queryKey: ['sources', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(
        apiPaths.sources({ ...sourceQueryOf(filter), limit: sourceLimit, cursor: pageParam }),
        SourceRow,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 30_000,
  })

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['source', id] as const,
    queryFn: ({ signal }) => getJson(apiPaths.source(id), SourceView, signal),
    refetchInterval: 30_000,
  })

/** Read every second while something is on its way: a job, or the call of a test. */
export const routesQuery = (id: string) =>
  queryOptions({
    queryKey: ['source-routes', id] as const,
    queryFn: ({ signal }) => getJson(apiPaths.sourceRoutes(id), listOf(RouteView), signal),
    refetchInterval: ({ state }) => (state.data?.data.some(isMoving) ? 1_000 : 15_000),
  })

const testWatchedMs = 5 * 60_000

const isMoving = ({ status, test }: RouteView): boolean =>
  status === 'connecting' ||
  status === 'disconnecting' ||
  (test !== null && test.arrivedAt === null && Date.now() - Date.parse(test.madeAt) < testWatchedMs)

/** The newest few; a list that is longer is about one mistake. */
const shownDisagreements = 20

export const disagreementsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['disagreements', plan] as const,
    queryFn: ({ signal }) =>
      getList(apiPaths.disagreements(plan, { limit: shownDisagreements }), DisagreementView, signal),
    refetchInterval: 60_000,
  })
