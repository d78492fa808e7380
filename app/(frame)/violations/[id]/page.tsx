import type { Metadata } from 'next'
import { cache } from 'react'
import { pageContext } from '@/app/_entry/page-context'
import { readForPage } from '@/app/_entry/read-for-page'
import { Hydrated } from '@/components/data/hydrated'
import { pageNameQuery } from '@/components/data/page-name-query'
import { makeQueryClient } from '@/components/data/query-client'
import { violationQuery } from '@/components/violations/violation-queries'
import { ViolationScreen } from '@/components/violations/violation-screen'
import { violationTitle } from '@/components/violations/violation-title'
import { pages } from '@/contracts/paths'
import { readViolation } from '@/server/usecases/violations/read-violation'
import { change, comment, deleteComment, editComment } from '../actions'
import { fix } from './fix-action'

type Props = { readonly params: Promise<{ id: string }> }

/** Read once for the page and its title. */
const shown = cache(async (id: string) => {
  const ctx = await pageContext()
  return readForPage(() => readViolation(ctx, { id }))
})

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: violationTitle(await shown((await params).id)),
})

export default async function ViolationPage({ params }: Props) {
  const { id } = await params
  const queries = makeQueryClient()
  const violation = await shown(id)
  queries.setQueryData(violationQuery(id).queryKey, violation)
  queries.setQueryData(pageNameQuery(pages.violation(id)).queryKey, violationTitle(violation))
  return (
    <Hydrated queries={queries}>
      <ViolationScreen id={id} actions={{ change, comment, editComment, deleteComment }} fix={fix} />
    </Hydrated>
  )
}
