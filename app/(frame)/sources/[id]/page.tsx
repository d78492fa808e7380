import type { Metadata } from 'next'
import { cache } from 'react'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { Hydrated } from '@/components/data/hydrated'
import { pageNameQuery } from '@/components/data/page-name-query'
import { makeQueryClient } from '@/components/data/query-client'
import { routesQuery, sourceQuery } from '@/components/sources/source-queries'
import { SourceScreen } from '@/components/sources/source-screen'
import { pages } from '@/contracts/paths'
import { listRoutes } from '@/server/usecases/sources/list-routes'
import { readSource } from '@/server/usecases/sources/read-source'
import { connectRoute, createEndpoint, disconnectRoute, testRoute } from './actions'

type Props = { readonly params: Promise<{ id: string }> }

/** Read once for the page and its title. */
const shown = cache(async (id: string) => {
  const ctx = await pageContext()
  return readForPage(() => readSource(ctx, { id }))
})

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await shown((await params).id)).name,
})

export default async function SourcePage({ params }: Props) {
  const { id } = await params
  const queries = makeQueryClient()
  const source = await shown(id)
  queries.setQueryData(sourceQuery(id).queryKey, source)
  queries.setQueryData(pageNameQuery(pages.source(id)).queryKey, source.name)
  const ctx = await pageContext()
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
