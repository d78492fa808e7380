import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { violationQuery } from '@/components/violations/violation-queries'
import { ViolationScreen } from '@/components/violations/violation-screen'
import { readViolation } from '@/server/usecases/violations/read-violation'
import { change, comment, deleteComment, editComment } from '../actions'
import { fix } from './fix-action'

type Props = { readonly params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Violation' }

export default async function ViolationPage({ params }: Props) {
  const { id } = await params
  const ctx = await pageContext()
  const queries = makeQueryClient()
  queries.setQueryData(violationQuery(id).queryKey, await readForPage(() => readViolation(ctx, { id })))
  return (
    <Hydrated queries={queries}>
      <ViolationScreen id={id} actions={{ change, comment, editComment, deleteComment }} fix={fix} />
    </Hydrated>
  )
}
