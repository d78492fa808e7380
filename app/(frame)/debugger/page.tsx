import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { loadDebuggerFilter } from '@/components/debugger/debugger-filter'
import { DebuggerScreen } from '@/components/debugger/debugger-screen'
import { liveCallsQuery } from '@/components/debugger/live-queries'
import { liveSourcesQuery } from '@/components/libraries/live-sources-query'
import { listLiveCalls } from '@/server/usecases/live/list-live-calls'
import { listLiveSources } from '@/server/usecases/live/list-live-sources'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Debugger' }

export default async function DebuggerPage({ searchParams }: Props) {
  const { source, key } = await loadDebuggerFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  const { data } = await queries.fetchQuery({ ...liveSourcesQuery(), queryFn: () => listLiveSources(ctx) })
  const shown = data.find(({ id }) => id === source) ?? data[0]
  if (shown)
    await queries.prefetchQuery({
      queryKey: liveCallsQuery({ endpoint: shown.id, key }).queryKey,
      queryFn: () => listLiveCalls(ctx, { id: shown.id, key: key ?? undefined }),
    })
  return (
    <Hydrated queries={queries}>
      <DebuggerScreen origin={ctx.appUrl} />
    </Hydrated>
  )
}
