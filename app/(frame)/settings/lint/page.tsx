import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { pagePlan } from '@/app/_entry/page-plan'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { LintScreen } from '@/components/settings/lint-screen'
import { lintSettingsQuery } from '@/components/settings/settings-queries'
import { readLintSettings } from '@/server/usecases/lint/read-lint-settings'
import { saveLintSettings } from './actions'

export const metadata: Metadata = { title: 'Lint' }

export default async function LintPage({ searchParams }: PageProps<'/settings/lint'>) {
  const ctx = await pageContext()
  const plan = await pagePlan(ctx, searchParams)
  const queries = makeQueryClient()
  if (plan)
    await queries.prefetchQuery({
      ...lintSettingsQuery(plan),
      queryFn: () => readLintSettings(ctx, { plan }),
    })
  return (
    <Hydrated queries={queries}>
      <LintScreen saveLintSettings={saveLintSettings} />
    </Hydrated>
  )
}
