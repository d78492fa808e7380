import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { pagePlan } from '@/app/_entry/page-plan'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { TargetsScreen } from '@/components/settings/targets-screen'
import { targetsQuery } from '@/components/targets/target-queries'
import { listTargets } from '@/server/usecases/targets/list-targets'
import { promote } from '../../promote-action'
import { addTarget, changeTarget, removeTarget } from './actions'

export const metadata: Metadata = { title: 'Targets' }

export default async function TargetsPage({ searchParams }: PageProps<'/settings/targets'>) {
  const ctx = await pageContext()
  const plan = await pagePlan(ctx, searchParams)
  const queries = makeQueryClient()
  if (plan)
    await queries.prefetchQuery({
      ...targetsQuery(plan),
      queryFn: () => listTargets(ctx, { plan }),
    })
  return (
    <Hydrated queries={queries}>
      <TargetsScreen actions={{ addTarget, changeTarget, removeTarget, promote }} />
    </Hydrated>
  )
}
