import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { alertRulesQuery } from '@/components/settings/alert-queries'
import { AlertsScreen } from '@/components/settings/alerts-screen'
import { RoleNote } from '@/components/settings/role-note'
import { listAlertRules } from '@/server/usecases/alerts/list-alert-rules'
import { isAllowed } from '@/server/usecases/authorize'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Alerts' }

export default async function AlertsPage() {
  const ctx = await pageContext()
  if (!isAllowed(ctx.actor, 'manage-alerts')) return <RoleNote title="Alerts" operation="manage-alerts" />
  const queries = makeQueryClient()
  await queries.prefetchQuery({ ...alertRulesQuery(), queryFn: () => listAlertRules(ctx) })
  return (
    <Hydrated queries={queries}>
      <AlertsScreen actions={{ ...actions }} />
    </Hydrated>
  )
}
