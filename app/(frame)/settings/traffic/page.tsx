import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { pagePlan } from '@/app/_entry/page-plan'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { trafficSettingsQuery } from '@/components/settings/settings-queries'
import { TrafficScreen } from '@/components/settings/traffic-screen'
import { readTrafficSettings } from '@/server/usecases/traffic/read-traffic-settings'
import { saveTrafficSettings } from './actions'

export const metadata: Metadata = { title: 'Recorded traffic' }

export default async function TrafficPage({ searchParams }: PageProps<'/settings/traffic'>) {
  const ctx = await pageContext()
  const plan = await pagePlan(ctx, searchParams)
  const queries = makeQueryClient()
  if (plan)
    await queries.prefetchQuery({
      ...trafficSettingsQuery(plan),
      queryFn: () => readTrafficSettings(ctx, { plan }),
    })
  return (
    <Hydrated queries={queries}>
      <TrafficScreen saveTrafficSettings={saveTrafficSettings} />
    </Hydrated>
  )
}
