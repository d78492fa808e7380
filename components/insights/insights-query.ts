import { queryOptions } from '@tanstack/react-query'
import { InsightsView } from '@/contracts/insights'
import { apiPaths } from '@/contracts/paths'
import { getJson } from '../data/get-json'
import { type InsightsFilter, insightsQueryOf } from './insights-filter'

/** How tracking went; counted every five minutes, so asked as often. */
export const insightsQuery = (filter: InsightsFilter) => {
  const asked = insightsQueryOf(filter)
  return queryOptions({
    queryKey: ['insights', asked] as const,
    queryFn: ({ signal }) => getJson(apiPaths.insights(asked), InsightsView, signal),
    refetchInterval: 300_000,
  })
}
