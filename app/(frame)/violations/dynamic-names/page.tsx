import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { settingsPlan } from '@/app/_entry/settings-plan'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { DynamicNamesScreen } from '@/components/violations/dynamic-names-screen'
import { propose } from './actions'

export const metadata: Metadata = { title: 'Names that carry a value' }

export default async function DynamicNamesPage({ searchParams }: PageProps<'/violations/dynamic-names'>) {
  const ctx = await pageContext()
  const plan = await settingsPlan(ctx, searchParams)
  return (
    <Hydrated queries={makeQueryClient()}>
      <DynamicNamesScreen plan={plan} propose={propose} />
    </Hydrated>
  )
}
