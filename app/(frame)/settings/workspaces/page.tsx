import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { plansQuery } from '@/components/data/plans-query'
import { makeQueryClient } from '@/components/data/query-client'
import { workspacesQuery } from '@/components/settings/settings-queries'
import { WorkspacesScreen } from '@/components/settings/workspaces-screen'
import { listPlans } from '@/server/usecases/plans/list-plans'
import { listWorkspaces } from '@/server/usecases/workspaces/list-workspaces'
import { checkWorkspace, connectWorkspace, removeDemo, removeWorkspace, syncWorkspace } from './actions'

export const metadata: Metadata = { title: 'Workspaces' }

export default async function WorkspacesPage() {
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await Promise.all([
    queries.prefetchQuery({ ...workspacesQuery(), queryFn: () => listWorkspaces(ctx) }),
    queries.prefetchQuery({ ...plansQuery(), queryFn: () => listPlans(ctx, {}) }),
  ])
  return (
    <Hydrated queries={queries}>
      <WorkspacesScreen
        actions={{ checkWorkspace, connectWorkspace, removeWorkspace, removeDemo, syncWorkspace }}
      />
    </Hydrated>
  )
}
