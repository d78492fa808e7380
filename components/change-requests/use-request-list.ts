'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue } from 'react'
import { requestListQuery } from './change-request-queries'
import { requestFilter } from './request-filter'

/** The requests that answer the filter in the address; the former ones stay while the next are on their way. */
export const useRequestList = () => {
  const [filter, setFilter] = useQueryStates(requestFilter)
  const asked = useDeferredValue(filter)
  const query = useInfiniteQuery({ ...requestListQuery(asked), placeholderData: keepPreviousData })
  return {
    filter,
    setFilter,
    requests: query.data?.pages.flatMap(({ data }) => data) ?? [],
    settling: query.isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    retry: () => query.refetch(),
    hasMore: query.hasNextPage && !query.isPlaceholderData,
    isReadingMore: query.isFetchingNextPage,
    more: () => query.fetchNextPage(),
  }
}
