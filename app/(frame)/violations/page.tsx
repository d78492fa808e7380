import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { plansQuery } from '@/components/data/plans-query'
import { makeQueryClient } from '@/components/data/query-client'
import { loadViolationFilter, violationQueryOf } from '@/components/violations/violation-filter'
import { violationLimit, violationsQuery } from '@/components/violations/violation-queries'
import { ViolationsScreen } from '@/components/violations/violations-screen'
import { listPlans } from '@/server/usecases/plans/list-plans'
import { listViolations } from '@/server/usecases/violations/list-violations'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Violations' }

export default async function ViolationsPage({ searchParams }: Props) {
  const filter = await loadViolationFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await Promise.all([
    queries.prefetchQuery({ ...plansQuery(), queryFn: () => listPlans(ctx, {}) }),
    queries.prefetchInfiniteQuery({
      ...violationsQuery(filter),
      queryFn: () => listViolations(ctx, { ...violationQueryOf(filter), limit: violationLimit }),
    }),
  ])
  return (
    <Hydrated queries={queries}>
      <ViolationsScreen />
    </Hydrated>
  )
}
