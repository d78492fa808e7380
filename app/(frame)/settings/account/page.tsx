import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { AccountScreen } from '@/components/settings/account-screen'
import { digestQuery, sessionsQuery } from '@/components/settings/settings-queries'
import { readDigest } from '@/server/usecases/digests/read-digest'
import { listSessions } from '@/server/usecases/people/list-sessions'
import { endOtherSessions, endSession, saveDigest } from './actions'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchQuery({ ...sessionsQuery(), queryFn: () => listSessions(ctx, {}) })
  await queries.prefetchQuery({ ...digestQuery(), queryFn: () => readDigest(ctx) })
  return (
    <Hydrated queries={queries}>
      <AccountScreen actions={{ endSession, endOtherSessions, saveDigest }} />
    </Hydrated>
  )
}
