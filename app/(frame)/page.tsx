import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { overviewQuery } from '@/components/overview/overview-query'
import { OverviewScreen } from '@/components/overview/overview-screen'
import { readOverview } from '@/server/usecases/overview/read-overview'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchQuery({ ...overviewQuery(), queryFn: () => readOverview(ctx) })
  return (
    <Hydrated queries={queries}>
      <OverviewScreen />
    </Hydrated>
  )
}
