import { queryOptions } from '@tanstack/react-query'
import { maximumLimit } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { CatalogRow } from '@/contracts/rule'
import type { RuleId } from '@/domain/plan/rule'
import { sameRule } from '@/domain/plan/rule-id'
import { getList } from './get-list'

/** What the catalog says of one rule at head; null where head does not hold it. */
export const catalogRowQuery = (plan: string, rule: RuleId) =>
  queryOptions({
    queryKey: ['catalog-row', plan, rule] as const,
    queryFn: async ({ signal }) => {
      const filter = { type: rule.type, q: rule.key, limit: maximumLimit }
      const { data } = await getList(apiPaths.catalog(plan, filter), CatalogRow, signal)
      return data.find((row) => sameRule(row, rule)) ?? null
    },
  })
