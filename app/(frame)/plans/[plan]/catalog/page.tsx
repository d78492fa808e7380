import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { loadCatalogFilter } from '@/components/catalog/catalog-filter'
import { catalogLimit, catalogQuery } from '@/components/catalog/catalog-queries'
import { CatalogScreen } from '@/components/catalog/catalog-screen'
import { Hydrated } from '@/components/data/hydrated'
import { planQuery } from '@/components/data/plan-query'
import { makeQueryClient } from '@/components/data/query-client'
import { targetsQuery } from '@/components/targets/target-queries'
import { listCatalog } from '@/server/usecases/plans/list-catalog'
import { readPlan } from '@/server/usecases/plans/read-plan'
import { listTargets } from '@/server/usecases/targets/list-targets'
import { promote } from '../../../promote-action'
import { repair, startSync } from './actions'

type Props = {
  readonly params: Promise<{ plan: string }>
  readonly searchParams: Promise<SearchParams>
}

export const metadata: Metadata = { title: 'Catalog' }

export default async function CatalogPage({ params, searchParams }: Props) {
  const { plan } = await params
  const filter = await loadCatalogFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  queries.setQueryData(planQuery(plan).queryKey, await readForPage(() => readPlan(ctx, { plan })))
  await queries.prefetchQuery({ ...targetsQuery(plan), queryFn: () => listTargets(ctx, { plan }) })
  await queries.prefetchInfiniteQuery({
    ...catalogQuery(plan, filter),
    queryFn: () =>
      listCatalog(ctx, {
        plan,
        version: filter.v ?? undefined,
        type: filter.type ?? undefined,
        q: filter.q || undefined,
        has: filter.has ?? undefined,
        limit: catalogLimit,
      }),
  })
  return (
    <Hydrated queries={queries}>
      <CatalogScreen planId={plan} actions={{ repair, startSync, promote }} />
    </Hydrated>
  )
}
