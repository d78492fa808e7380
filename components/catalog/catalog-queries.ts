import { infiniteQueryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { CatalogRow } from '@/contracts/rule'
import { getList } from '../data/get-list'
import type { CatalogFilter } from './catalog-filter'

/** Rows of one page of the catalog. */
export const catalogLimit = 100

export const catalogQuery = (plan: string, { q, type, has, v }: CatalogFilter) =>
  infiniteQueryOptions({
    queryKey: ['catalog', plan, { q, type, has, v }] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(
        apiPaths.catalog(plan, { version: v, q, type, has, limit: catalogLimit, cursor: pageParam }),
        CatalogRow,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
