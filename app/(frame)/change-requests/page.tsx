import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { pageContext } from '@/app/_entry/page-context'
import { readFilledPage, requestListQuery } from '@/components/change-requests/change-request-queries'
import { loadRequestFilter, requestQuery } from '@/components/change-requests/request-filter'
import { RequestListScreen } from '@/components/change-requests/request-list-screen'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { defaultLimit } from '@/contracts/listing'
import { listChangeRequests } from '@/server/usecases/change-requests/list-change-requests'
import { leaveQueue } from '../leave-queue-action'

type Props = { readonly searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Change requests' }

export default async function ChangeRequestsPage({ searchParams }: Props) {
  const filter = await loadRequestFilter(searchParams)
  const ctx = await pageContext()
  const queries = makeQueryClient()
  const asked = { ...requestQuery(filter), limit: defaultLimit }
  await queries.prefetchInfiniteQuery({
    ...requestListQuery(filter),
    queryFn: () =>
      readFilledPage((cursor) => listChangeRequests(ctx, { ...asked, cursor: cursor ?? undefined }), null),
  })
  return (
    <Hydrated queries={queries}>
      <RequestListScreen leaveQueue={leaveQueue} />
    </Hydrated>
  )
}
