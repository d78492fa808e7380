'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { violationFilter } from './violation-filter'
import { violationsQuery } from './violation-queries'

/** The violations that answer the filter in the address; those of the last filter stay while the server is asked. */
export const useViolations = () => {
  const [filter] = useQueryStates(violationFilter)
  const asked = useDeferredValue(filter)
  const query = useInfiniteQuery({ ...violationsQuery(asked), placeholderData: keepPreviousData })
  const { data, isPlaceholderData, fetchNextPage, isFetchingNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data])
  const more = useCallback(() => {
    if (!isFetchingNextPage) fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  return {
    filter,
    rows,
    more,
    hasMore: query.hasNextPage && !isPlaceholderData,
    settling: isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    retry: () => query.refetch(),
  }
}
