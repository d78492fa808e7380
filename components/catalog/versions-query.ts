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

/** What a version changed against the one before it. Never changes. */
export const versionChangesQuery = (plan: string, version: number) =>
  queryOptions({
    queryKey: ['version-changes', plan, version] as const,
    queryFn: ({ signal }) => getJson(apiPaths.diff(plan, version - 1, version), DiffView, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
