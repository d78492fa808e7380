import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { AlertDeliveryView, AlertRuleView } from '@/contracts/alert'
import { maximumLimit } from '@/contracts/listing'
import { apiPaths } from '@/contracts/paths'
import { getList } from '../data/get-list'

/** With what came of the newest alert of each, which is how somebody sees that they arrive. */
export const alertRulesQuery = () =>
  queryOptions({
    queryKey: ['alert-rules'] as const,
    queryFn: ({ signal }) => getList(apiPaths.alertRules({ limit: maximumLimit }), AlertRuleView, signal),
    refetchInterval: 10_000,
  })

export const alertDeliveriesQuery = (rule: string) =>
  infiniteQueryOptions({
    queryKey: ['alert-rules', rule, 'deliveries'] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(apiPaths.alertDeliveries(rule, { cursor: pageParam }), AlertDeliveryView, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: 5_000,
  })
