import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { MembersScreen } from '@/components/settings/members-screen'
import { membersQuery } from '@/components/settings/settings-queries'
import { maximumLimit } from '@/contracts/listing'
import { listMembers } from '@/server/usecases/people/list-members'
import { changeMember, inviteMember, removeMember, renewInvite } from './actions'

export const metadata: Metadata = { title: 'Members' }

export default async function MembersPage() {
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchQuery({
    ...membersQuery(),
    queryFn: () => listMembers(ctx, { limit: maximumLimit }),
  })
  return (
    <Hydrated queries={queries}>
      <MembersScreen actions={{ inviteMember, renewInvite, changeMember, removeMember }} />
    </Hydrated>
  )
}
