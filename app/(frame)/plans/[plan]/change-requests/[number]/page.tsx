import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { reviewQuery } from '@/components/change-requests/change-request-queries'
import { RequestScreen } from '@/components/change-requests/request-screen'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { readReview } from '@/server/usecases/reviewing/read-review'
import * as actions from './actions'

type Props = { readonly params: Promise<{ plan: string; number: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `Change request #${(await params).number}`,
})

export default async function ChangeRequestPage({ params }: Props) {
  const { plan, number: text } = await params
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound()
  const place = { plan, number: Number(text) }
  const ctx = await pageContext()
  const queries = makeQueryClient()
  queries.setQueryData(reviewQuery(place).queryKey, await readForPage(() => readReview(ctx, place)))
  return (
    <Hydrated queries={queries}>
      <RequestScreen place={place} actions={{ ...actions }} />
    </Hydrated>
  )
}
