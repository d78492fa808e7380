import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { RoleNote } from '@/components/settings/role-note'
import { membersQuery, tokensQuery } from '@/components/settings/settings-queries'
import { TokensScreen } from '@/components/settings/tokens-screen'
import { maximumLimit } from '@/contracts/listing'
import { isAllowed, personOf } from '@/server/usecases/authorize'
import { listMembers } from '@/server/usecases/people/list-members'
import { listTokens } from '@/server/usecases/people/list-tokens'
import { mintToken, revokeToken } from './actions'

export const metadata: Metadata = { title: 'API tokens' }

export default async function TokensPage() {
  const ctx = await pageContext()
  if (!isAllowed(ctx.actor, 'manage-own-tokens'))
    return <RoleNote title="API tokens" operation="manage-own-tokens" />
  const me = personOf(ctx.actor)
  const queries = makeQueryClient()
  await Promise.all([
    queries.prefetchQuery({ ...tokensQuery(me), queryFn: () => listTokens(ctx, { id: me }) }),
    queries.prefetchQuery({
      ...membersQuery(),
      queryFn: () => listMembers(ctx, { limit: maximumLimit }),
    }),
  ])
  return (
    <Hydrated queries={queries}>
      <TokensScreen actions={{ mintToken, revokeToken }} />
    </Hydrated>
  )
}
