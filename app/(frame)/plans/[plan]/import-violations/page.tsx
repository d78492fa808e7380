import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { ImportScreen } from '@/components/sources/import-screen'
import { readPlan } from '@/server/usecases/plans/read-plan'
import { listSources } from '@/server/usecases/sources/list-sources'

type Props = { readonly params: Promise<{ plan: string }> }

export const metadata: Metadata = { title: 'Bring in violations' }

export default async function ImportViolationsPage({ params }: Props) {
  const { plan } = await params
  const ctx = await pageContext()
  const known = await readForPage(() => readPlan(ctx, { plan }))
  const { data } = await listSources(ctx, { plan })
  return (
    <ImportScreen
      plan={{ id: known.id, name: known.name }}
      sources={data.map(({ id, name }) => ({ id, name }))}
    />
  )
}
