import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { driftQuery } from '@/components/drift/drift-queries'
import { DriftScreen } from '@/components/drift/drift-screen'
import { readDrift } from '@/server/usecases/drift/read-drift'
import { resolveDrift, startSync } from './actions'

type Props = { readonly params: Promise<{ plan: string }> }

export const metadata: Metadata = { title: 'Drift' }

export default async function DriftPage({ params }: Props) {
  const { plan } = await params
  const ctx = await pageContext()
  const queries = makeQueryClient()
  queries.setQueryData(driftQuery(plan).queryKey, await readForPage(() => readDrift(ctx, { plan })))
  return (
    <Hydrated queries={queries}>
      <DriftScreen plan={plan} actions={{ resolveDrift, startSync }} />
    </Hydrated>
  )
}
