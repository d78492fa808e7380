'use client'
import { keepPreviousData, useInfiniteQuery, useQueries, useQueryClient } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { BoardRow } from '@/contracts/board'
import { violationFilter } from './violation-filter'
import { boardQuery, bundleQuery } from './violation-queries'

/** A row as the board shows it: a violation, a bundle by the first of its violations, or one inside an open bundle. */
export type ShownRow = {
  readonly row: BoardRow
  readonly isBundle: boolean
  readonly isOpen: boolean
  /** The bundle above it that it stands inside of. */
  readonly memberOf: string | null
  /** It is the last one shown of its bundle, which has more. */
  readonly isCut: boolean
}

/** The rows that answer the filter in the address; those of the last filter stay while the server is asked. */
export const useBoard = () => {
  const [filter] = useQueryStates(violationFilter)
  const asked = useDeferredValue(filter)
  const query = useInfiniteQuery({ ...boardQuery(asked), placeholderData: keepPreviousData })
  const { data, isPlaceholderData, fetchNextPage, isFetchingNextPage } = query
  const [opened, setOpened] = useState<readonly string[]>([])
  const members = useQueries({ queries: opened.map((key) => bundleQuery(asked, key)) })
  const inside = members.map(({ data: page }) => page)
  const found = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data])
  const rows = found.flatMap((row): ShownRow[] => {
    const place = row.bundle === null ? -1 : opened.indexOf(row.bundle.key)
    const isOpen = place !== -1
    return [
      { row, isBundle: row.bundle !== null, isOpen, memberOf: null, isCut: false },
      ...(inside[place]?.rows ?? []).map((member, at, { length }) => ({
        row: member,
        isBundle: false,
        isOpen: false,
        memberOf: opened[place] ?? null,
        isCut: at === length - 1 && inside[place]?.hasMore === true,
      })),
    ]
  })
  const more = useCallback(() => {
    if (!isFetchingNextPage) fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const toggleBundle = useCallback(
    (key: string) =>
      setOpened((keys) => (keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key])),
    [],
  )
  const queries = useQueryClient()
  const moreOfBundle = (key: string) => {
    const { queryKey } = bundleQuery(asked, key)
    queries.setQueryData(queryKey, (data) => data && { ...data, pages: data.pages + 1 })
    return queries.invalidateQueries({ queryKey })
  }
  return {
    filter: asked,
    rows,
    toggleBundle,
    moreOfBundle,
    more,
    hasMore: query.hasNextPage && !isPlaceholderData,
    settling: isPlaceholderData,
    isPending: query.isPending,
    error: query.error,
    retry: () => query.refetch(),
  }
}

/** Names a row for selecting: a violation may stand for its bundle, and in it. */
export const rowName = ({ row, isBundle }: Pick<ShownRow, 'row' | 'isBundle'>): string =>
  isBundle && row.bundle !== null ? `bundle ${row.bundle.key}` : row.id
