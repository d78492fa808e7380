import type { ReactNode } from 'react'
import { pageContext } from '@/app/_entry/page-context'
import { frameQuery } from '@/components/data/frame-query'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { AppFrame } from '@/components/frame/app-frame'
import { readFrame } from '@/server/usecases/overview/read-frame'

export default async function FrameLayout({ children }: { readonly children: ReactNode }) {
  const ctx = await pageContext()
  const queries = makeQueryClient()
  await queries.prefetchQuery({ ...frameQuery(), queryFn: () => readFrame(ctx) })
  return (
    <Hydrated queries={queries}>
      <AppFrame>{children}</AppFrame>
    </Hydrated>
  )
}
