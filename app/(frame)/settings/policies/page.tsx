import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { pagePlan } from '@/app/_entry/page-plan'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { PoliciesScreen } from '@/components/settings/policies-screen'
import { policyQuery } from '@/components/settings/settings-queries'
import { readPolicy } from '@/server/usecases/policies/read-policy'
import { changeGroup, createGroup, deleteGroup, previewPolicy, savePolicy } from './actions'

export const metadata: Metadata = { title: 'Policy' }

export default async function PoliciesPage({ searchParams }: PageProps<'/settings/policies'>) {
  const ctx = await pageContext()
  const plan = await pagePlan(ctx, searchParams)
  const queries = makeQueryClient()
  if (plan)
    await queries.prefetchQuery({
      ...policyQuery(plan),
      queryFn: () => readPolicy(ctx, { plan }),
    })
  return (
    <Hydrated queries={queries}>
      <PoliciesScreen actions={{ previewPolicy, savePolicy, createGroup, changeGroup, deleteGroup }} />
    </Hydrated>
  )
}
