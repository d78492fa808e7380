import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { type SeriesQuery, SeriesView, ViolationView } from '@/contracts/violation'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'
import { type ViolationFilter, violationQueryOf } from './violation-filter'

/** Rows of one page of the list. */
export const violationLimit = 50

export const violationsQuery = (filter: ViolationFilter) =>
  infiniteQueryOptions({
    queryKey: ['violations', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(
        apiPaths.violations({ ...violationQueryOf(filter), limit: violationLimit, cursor: pageParam }),
        ViolationView,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 20_000,
  })

export const violationQuery = (id: string) =>
  queryOptions({
    queryKey: ['violation', id] as const,
    queryFn: ({ signal }) => getJson(apiPaths.violation(id), ViolationView, signal),
    refetchInterval: 20_000,
  })

export const seriesRanges = ['24h', '7d', '30d', '90d'] as const

export type SeriesRange = (typeof seriesRanges)[number]

const hourMs = 3_600_000

/** How far back a range goes, in hours. */
const hoursOf: Readonly<Record<SeriesRange, number>> = { '24h': 24, '7d': 168, '30d': 720, '90d': 2_160 }

/** A range as instants: whole hours up to now. */
export const windowOf = (
  range: SeriesRange,
  now: number,
): { readonly from: string; readonly to: string } => ({
  from: new Date((Math.floor(now / hourMs) - hoursOf[range] + 1) * hourMs).toISOString(),
  to: new Date(now).toISOString(),
})

export const seriesQuery = (id: string, range: SeriesRange, by: SeriesQuery['by']) =>
  queryOptions({
    queryKey: ['violation-series', id, range, by] as const,
    queryFn: ({ signal }) =>
      getJson(apiPaths.violationSeries(id, { ...windowOf(range, Date.now()), by }), SeriesView, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
