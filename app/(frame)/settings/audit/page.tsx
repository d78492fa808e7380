import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { AuditScreen } from '@/components/settings/audit-screen'
import { RoleNote } from '@/components/settings/role-note'
import { auditLimit, auditQuery, membersQuery } from '@/components/settings/settings-queries'
import { maximumLimit } from '@/contracts/listing'
import { listAudit } from '@/server/usecases/audit/list-audit'
import { isAllowed } from '@/server/usecases/authorize'
import { listMembers } from '@/server/usecases/people/list-members'
import { verifyAudit } from './actions'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage() {
  const ctx = await pageContext()
  if (!isAllowed(ctx.actor, 'read-audit')) return <RoleNote title="Audit log" operation="read-audit" />
  const queries = makeQueryClient()
  await Promise.all([
    queries.prefetchInfiniteQuery({
      ...auditQuery(),
      queryFn: () => listAudit(ctx, { limit: auditLimit }),
    }),
    queries.prefetchQuery({
      ...membersQuery(),
      queryFn: () => listMembers(ctx, { limit: maximumLimit }),
    }),
  ])
  return (
    <Hydrated queries={queries}>
      <AuditScreen actions={{ verifyAudit }} />
    </Hydrated>
  )
}
