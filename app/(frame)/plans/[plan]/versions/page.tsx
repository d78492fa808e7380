import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { versionsLimit, versionsQuery } from '@/components/catalog/versions-query'
import { VersionsScreen } from '@/components/catalog/versions-screen'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { listVersions } from '@/server/usecases/plans/list-versions'

export const metadata: Metadata = { title: 'Versions' }

type Props = { readonly params: Promise<{ plan: string }> }

export default async function VersionsPage({ params }: Props) {
  const { plan } = await params
  const ctx = await pageContext()
  const queries = makeQueryClient()
  const first = await readForPage(() => listVersions(ctx, { plan, limit: versionsLimit }))
  queries.setQueryData(versionsQuery(plan).queryKey, { pages: [first], pageParams: [null] })
  return (
    <Hydrated queries={queries}>
      <VersionsScreen planId={plan} />
    </Hydrated>
  )
}
