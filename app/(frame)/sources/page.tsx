import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { loadSourceFilter, sourceQueryOf } from '@/components/sources/source-filter'
import { sourceLimit, sourcesQuery } from '@/components/sources/source-queries'
import { SourcesScreen } from '@/components/sources/sources-screen'
import { listSources } from '@/server/usecases/sources/list-sources'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage({ searchParams }: Props) {
  const filter = await loadSourceFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchInfiniteQuery({
    ...sourcesQuery(filter),
    queryFn: () => listSources(ctx, { ...sourceQueryOf(filter), limit: sourceLimit }),
  })
  return (
    <Hydrated queries={queries}>
      <SourcesScreen />
    </Hydrated>
  )
}
