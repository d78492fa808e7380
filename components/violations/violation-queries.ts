import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { BoardCounts, BoardRow, MomentView, SavedBoardFilter } from '@/contracts/board'
import type { Listing } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { MemberView } from '@/contracts/person'
import { type SeriesQuery, SeriesView, ViolationView } from '@/contracts/violation'
import { ViolationTalk } from '@/contracts/violation-comment'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'
import { boardQueryOf, type ViolationFilter, violationQueryOf } from './violation-filter'

/** Rows of one page of the list. */
export const violationLimit = 50

export const boardQuery = (filter: ViolationFilter) =>
  infiniteQueryOptions({
    queryKey: ['violations', 'board', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(
        apiPaths.board({ ...boardQueryOf(filter), limit: violationLimit, cursor: pageParam }),
        BoardRow,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 20_000,
  })

export const boardCountsQuery = (filter: ViolationFilter) =>
  queryOptions({
    queryKey: ['violations', 'counts', violationQueryOf(filter)] as const,
    queryFn: ({ signal }) => getJson(apiPaths.boardCounts(violationQueryOf(filter)), BoardCounts, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

const membersLimit = 200

export type Members = {
  readonly rows: readonly BoardRow[]
  readonly hasMore: boolean
  /** How many pages were asked for. */
  readonly pages: number
}

/** The violations of a bundle that answer the filter, 200 at first, and as many pages more as its data asks for. */
export const bundleQuery = (filter: ViolationFilter, bundle: string) =>
  queryOptions({
    queryKey: ['violations', 'bundle', bundle, filter] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<Members> => {
      const pages = client.getQueryData<Members>(queryKey)?.pages ?? 1
      const asked = { ...violationQueryOf(filter), sort: filter.sort, bundle, limit: membersLimit }
      const rows: BoardRow[] = []
      let cursor: string | null = null
      let read = 0
      do {
        const page: Listing<BoardRow> = await getList(apiPaths.board({ ...asked, cursor }), BoardRow, signal)
        rows.push(...page.data)
        cursor = page.nextCursor
        read += 1
      } while (cursor !== null && read < pages)
      return { rows, hasMore: cursor !== null, pages }
    },
    refetchInterval: 20_000,
  })

export const boardFiltersQuery = () =>
  queryOptions({
    queryKey: ['board-filters'] as const,
    queryFn: ({ signal }) => getList(apiPaths.boardFilters(), SavedBoardFilter, signal),
  })

export const membersQuery = () =>
  queryOptions({
    queryKey: ['board-members'] as const,
    queryFn: ({ signal }) => getList(apiPaths.members({ limit: 200 }), MemberView, signal),
    staleTime: 60_000,
  })

export const momentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['violation', id, 'moments'] as const,
    queryFn: ({ signal }) => getList(apiPaths.violationMoments(id), MomentView, signal),
    refetchInterval: 20_000,
  })

export const talkQuery = (id: string) =>
  queryOptions({
    queryKey: ['violation', id, 'talk'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.violationComments(id), ViolationTalk, signal),
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
