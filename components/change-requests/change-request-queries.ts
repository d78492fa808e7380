import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { BoardRow } from '@/contracts/board'
import {
  ChangeRequestSummary,
  PublishPreview,
  PublishQueueEntry,
  type ChangeRequestSummary as Summary,
} from '@/contracts/change-request'
import type { Listing } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { MemberView } from '@/contracts/person'
import { RequestEdit, ReviewView } from '@/contracts/review-view'
import type { RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'
import type { RequestPlace } from './request-actions'
import { type RequestFilter, requestQuery } from './request-filter'

/** One request. Read again often enough that two people on it see each other's edits. */
export const reviewQuery = ({ plan, number }: RequestPlace) =>
  queryOptions({
    queryKey: ['change-request', plan, number, 'review'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.review(plan, number), ReviewView, signal),
    refetchInterval: ({ state }) => pauseMs(state.data),
  })

/** What is under way is asked for more often, what is long to read less often. */
const pauseMs = (view: ReviewView | undefined): number => {
  const weight = (view?.editCount ?? 0) > 500 ? 3 : 1
  if (view?.checks.some(({ status }) => status === 'queued' || status === 'running')) return weight * 1_000
  return view?.status === 'publishing' ? 2_000 : weight * (view?.waiting ? 2_000 : 8_000)
}

/** An edit in full; `hash` of the edit that is asked for, so that another one is read anew. */
export const requestEditQuery = (
  { plan, number }: RequestPlace,
  { hash, ...rule }: RuleId & { readonly hash: string },
) =>
  queryOptions({
    queryKey: ['change-request', plan, number, 'edit', ruleKey(rule), hash] as const,
    queryFn: ({ signal }) => getJson(apiPaths.requestEdit(plan, number, rule), RequestEdit, signal),
    staleTime: 60_000,
  })

/** What a publish would do now; never taken from memory, since it is what a person agrees to. */
export const publishPreviewQuery = ({ plan, number }: RequestPlace) =>
  queryOptions({
    queryKey: ['change-request', plan, number, 'preview'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.publishPreview(plan, number), PublishPreview, signal),
    staleTime: 0,
    gcTime: 0,
  })

const violationsShown = 10

/** The violations that a request is to end, those seen most often first; at most ten. */
export const fixedViolationsQuery = ({ plan, number }: RequestPlace) =>
  queryOptions({
    queryKey: ['change-request', plan, number, 'violations'] as const,
    queryFn: ({ signal }) =>
      getList(apiPaths.fixedViolations(plan, number, { limit: violationsShown }), BoardRow, signal),
    staleTime: 20_000,
  })

export const publishQueueQuery = (plan: string) =>
  queryOptions({
    queryKey: ['publish-queue', plan] as const,
    queryFn: ({ signal }) => getList(apiPaths.publishQueue(plan), PublishQueueEntry, signal),
    refetchInterval: 10_000,
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

/** What waits for this person, as it is now. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ['change-requests', 'waiting-for-me'] as const,
    queryFn: ({ signal }) =>
      readFilledPage(
        (cursor) =>
          getList(apiPaths.changeRequests({ waitingForMe: true, cursor }), ChangeRequestSummary, signal),
        null,
      ),
    staleTime: 0,
  })

/** Everybody who may have written a request. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'] as const,
    queryFn: ({ signal }) => getList(apiPaths.members({ limit: 200 }), MemberView, signal),
    staleTime: 60_000,
  })
