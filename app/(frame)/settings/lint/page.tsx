import type { Metadata } from 'next'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { makeQueryClient } from '@/components/data/query-client'
import { LintScreen } from '@/components/settings/lint-screen'
import { lintSettingsQuery } from '@/components/settings/settings-queries'
import { readLintSettings } from '@/server/usecases/lint/read-lint-settings'
import { listPlans } from '@/server/usecases/plans/list-plans'
import { saveLintSettings } from './actions'

export const metadata: Metadata = { title: 'Lint' }

export default async function LintPage({ searchParams }: PageProps<'/settings/lint'>) {
  const ctx = await pageContext()
  const { plan: asked } = await searchParams
  const plans = (await listPlans(ctx, {})).data
  const plan = plans.find(({ id }) => id === asked) ?? plans[0]
  const queries = makeQueryClient()
  if (plan)
    await queries.prefetchQuery({
      ...lintSettingsQuery(plan.id),
      queryFn: () => readLintSettings(ctx, { plan: plan.id }),
    })
  return (
    <Hydrated queries={queries}>
      <LintScreen saveLintSettings={saveLintSettings} />
    </Hydrated>
  )
}
