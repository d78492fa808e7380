import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { insightsQueryOf, loadInsightsFilter } from '@/components/insights/insights-filter'
import { insightsQuery } from '@/components/insights/insights-query'
import { InsightsScreen } from '@/components/insights/insights-screen'
import { readInsights } from '@/server/usecases/insights/read-insights'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Insights' }

export default async function InsightsPage({ searchParams }: Props) {
  const filter = await loadInsightsFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchQuery({
    ...insightsQuery(filter),
    queryFn: () => readInsights(ctx, insightsQueryOf(filter)),
  })
  return (
    <Hydrated queries={queries}>
      <InsightsScreen />
    </Hydrated>
  )
}
