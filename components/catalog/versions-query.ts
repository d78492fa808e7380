import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { DiffView, VersionView } from '@/contracts/plan'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'

export const versionsLimit = 30

/** Versions of a plan, newest first. */
export const versionsQuery = (plan: string) =>
  infiniteQueryOptions({
    queryKey: ['versions', plan, 'all'] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(apiPaths.versions(plan, { limit: versionsLimit, cursor: pageParam }), VersionView, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** What changed between two versions. Never changes. */
export const versionChangesQuery = (plan: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['version-changes', plan, from, to] as const,
    queryFn: ({ signal }) => getJson(apiPaths.diff(plan, from, to), DiffView, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
