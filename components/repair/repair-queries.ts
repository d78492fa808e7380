import { infiniteQueryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { RuleRepairs } from '@/contracts/repair'
import type { RuleId } from '@/domain/plan/rule'
import { getList } from '../data/get-list'

/** Each rule takes some comparisons, so they come in small helpings. */
const rulesAtOnce = 10

/** What could be repaired in one rule; null: in every rule of the plan that has a defect. */
export const repairsQuery = (plan: string, rule: RuleId | null) =>
  infiniteQueryOptions({
    queryKey: ['repairs', plan, rule] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(
        apiPaths.repairs(plan, { ...rule, limit: rulesAtOnce, cursor: pageParam }),
        RuleRepairs,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
