import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  ChangeRequestSummary,
  ChangeRequestView,
  PublishPreview,
  type ChangeRequestSummary as Summary,
} from '@/contracts/change-request'
import type { Listing } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { MemberView } from '@/contracts/person'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'
import type { RequestPlace } from './request-actions'
import { type RequestFilter, requestQuery } from './request-filter'

/** One request. Read again often enough that two people on it see each other's edits. */
export const changeRequestQuery = ({ plan, number }: RequestPlace) =>
  queryOptions({
    queryKey: ['change-request', plan, number] as const,
    queryFn: ({ signal }) => getJson(apiPaths.changeRequest(plan, number), ChangeRequestView, signal),
    refetchInterval: ({ state }) => pauseMs(state.data),
  })

/** What is under way is asked for more often. */
const pauseMs = (view: ChangeRequestView | undefined): number => {
  if (view?.checks.some(({ status }) => status === 'queued' || status === 'running')) return 1_000
  return view?.status === 'publishing' ? 2_000 : 8_000
}

/** What a publish would do now; never taken from memory, since it is what a person agrees to. */
export const publishPreviewQuery = ({ plan, number }: RequestPlace) =>
  queryOptions({
    queryKey: ['change-request', plan, number, 'preview'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.publishPreview(plan, number), PublishPreview, signal),
    staleTime: 0,
    gcTime: 0,
  })

type Read = (cursor: string | null) => Promise<Listing<Summary>>

/**
 * Reads until something is there or the list ends: what waits for a person is judged page by page, so a page may be
 * empty before the last one.
 */
export const readFilledPage = async (read: Read, cursor: string | null): Promise<Listing<Summary>> => {
  const page = await read(cursor)
  return page.data.length > 0 || page.nextCursor === null ? page : readFilledPage(read, page.nextCursor)
}

export const requestListQuery = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['change-requests', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      readFilledPage(
        (cursor) =>
          getList(apiPaths.changeRequests({ ...requestQuery(filter), cursor }), ChangeRequestSummary, signal),
        pageParam,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 20_000,
  })

/** Everybody who may have written a request. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'] as const,
    queryFn: ({ signal }) => getList(apiPaths.members({ limit: 200 }), MemberView, signal),
    staleTime: 60_000,
  })
