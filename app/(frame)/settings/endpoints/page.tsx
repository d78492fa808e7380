import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { EndpointsScreen } from '@/components/settings/endpoints-screen'
import { RoleNote } from '@/components/settings/role-note'
import { endpointsQuery } from '@/components/settings/settings-queries'
import { isAllowed } from '@/server/usecases/authorize'
import { listEndpoints } from '@/server/usecases/violations/list-endpoints'
import { createEndpoint, deleteEndpoint, rotateEndpoint } from './actions'

export const metadata: Metadata = { title: 'Webhooks' }

export default async function EndpointsPage() {
  const ctx = await pageContext()
  if (!isAllowed(ctx.actor, 'manage-endpoints'))
    return <RoleNote title="Webhooks" operation="manage-endpoints" />
  const queries = makeQueryClient()
  await queries.prefetchQuery({ ...endpointsQuery(), queryFn: () => listEndpoints(ctx) })
  return (
    <Hydrated queries={queries}>
      <EndpointsScreen actions={{ createEndpoint, rotateEndpoint, deleteEndpoint }} />
    </Hydrated>
  )
}
