import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { routesQuery, sourceQuery } from '@/components/sources/source-queries'
import { SourceScreen } from '@/components/sources/source-screen'
import { listRoutes } from '@/server/usecases/sources/list-routes'
import { readSource } from '@/server/usecases/sources/read-source'
import { connectRoute, createEndpoint, disconnectRoute, testRoute } from './actions'

type Props = { readonly params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Source' }

export default async function SourcePage({ params }: Props) {
  const { id } = await params
  const ctx = await pageContext()
  const queries = makeQueryClient()
  queries.setQueryData(sourceQuery(id).queryKey, await readForPage(() => readSource(ctx, { id })))
  const { data } = await listRoutes(ctx, { id })
  queries.setQueryData(routesQuery(id).queryKey, { data: [...data], nextCursor: null })
  return (
    <Hydrated queries={queries}>
      <SourceScreen
        id={id}
        origin={ctx.appUrl}
        actions={{ connectRoute, createEndpoint, disconnectRoute, testRoute }}
      />
    </Hydrated>
  )
}
