'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { catalogFilter } from './catalog-filter'
import { catalogQuery } from './catalog-queries'
import { matchesFilter } from './matches-filter'

/**
 * The rows that answer the filter in the address. While the server is asked, those of the loaded rows that answer it
 * are shown at once.
 */
export const useCatalog = (plan: string) => {
  const [filter] = useQueryStates(catalogFilter)
  const asked = useDeferredValue(filter)
  const query = useInfiniteQuery({ ...catalogQuery(plan, asked), placeholderData: keepPreviousData })
  const { data, isPlaceholderData, fetchNextPage, isFetchingNextPage } = query
  const rows = useMemo(() => {
    const loaded = data?.pages.flatMap((page) => page.data) ?? []
    return isPlaceholderData ? loaded.filter((row) => matchesFilter(row, asked)) : loaded
  }, [data, isPlaceholderData, asked])
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
