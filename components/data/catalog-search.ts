import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { CatalogRow } from '@/contracts/rule'
import { getList } from './get-list'

/** The first few rules of a plan that answer a search. */
export const catalogSearch = (plan: string, q: string) =>
  queryOptions({
    queryKey: ['catalog-search', plan, q] as const,
    queryFn: ({ signal }) => getList(apiPaths.catalog(plan, { q, limit: 8 }), CatalogRow, signal),
    enabled: plan !== '',
  })
