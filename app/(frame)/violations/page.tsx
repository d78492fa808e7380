import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { plansQuery } from '@/components/data/plans-query'
import { makeQueryClient } from '@/components/data/query-client'
import { boardQueryOf, loadViolationFilter } from '@/components/violations/violation-filter'
import { boardQuery, violationLimit } from '@/components/violations/violation-queries'
import { ViolationsScreen } from '@/components/violations/violations-screen'
import { listPlans } from '@/server/usecases/plans/list-plans'
import { listBoard } from '@/server/usecases/violations/list-board'
import { deleteFilter, saveFilter, triage } from './actions'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Violations' }

export default async function ViolationsPage({ searchParams }: Props) {
  const filter = await loadViolationFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await Promise.all([
    queries.prefetchQuery({ ...plansQuery(), queryFn: () => listPlans(ctx, {}) }),
    queries.prefetchInfiniteQuery({
      ...boardQuery(filter),
      queryFn: () => listBoard(ctx, { ...boardQueryOf(filter), limit: violationLimit }),
    }),
  ])
  return (
    <Hydrated queries={queries}>
      <ViolationsScreen actions={{ triage, saveFilter, deleteFilter }} />
    </Hydrated>
  )
}
