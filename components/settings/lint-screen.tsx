'use client'
import { useQuery } from '@tanstack/react-query'
import { SearchCheck } from 'lucide-react'
import { FailureNote } from '../data/failure-note'
import { PlanPage } from '../data/plan-page'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { LintForm, type SaveLintSettingsAction } from './lint-form'
import { lintSettingsQuery } from './settings-queries'

type LintScreenProps = { readonly saveLintSettings: SaveLintSettingsAction }

/** How severe each plan sees what lint finds. */
export const LintScreen = ({ saveLintSettings }: LintScreenProps) => (
  <PlanPage
    title="Lint"
    icon={SearchCheck}
    empty="Connect a workspace; each of its plans says for itself what lint is to find."
  >
    {({ id, name }) => <OnePlan plan={id} name={name} saveLintSettings={saveLintSettings} />}
  </PlanPage>
)

type OnePlanProps = LintScreenProps & { readonly plan: string; readonly name: string }

const OnePlan = ({ plan, name, saveLintSettings }: OnePlanProps) => {
  const { data: view, error, refetch } = useQuery(lintSettingsQuery(plan))
  if (!view)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the severities" />
    )
  return (
    <Section
      title={`What lint finds in ${name}`}
      description={
        view.can.change
          ? 'How severe each kind of finding is in this plan. Open requests are checked anew when it changes.'
          : 'Stewards and admins change it.'
      }
    >
      {/* Another revision is another start: what somebody else saved is shown, not what was there before. */}
      <LintForm key={view.revision} plan={plan} view={view} saveLintSettings={saveLintSettings} />
    </Section>
  )
}
