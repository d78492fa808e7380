import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { AccountScreen } from '@/components/settings/account-screen'
import { sessionsQuery } from '@/components/settings/settings-queries'
import { listSessions } from '@/server/usecases/people/list-sessions'
import { endOtherSessions, endSession } from './actions'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchQuery({ ...sessionsQuery(), queryFn: () => listSessions(ctx, {}) })
  return (
    <Hydrated queries={queries}>
      <AccountScreen actions={{ endSession, endOtherSessions }} />
    </Hydrated>
  )
}
