'use client'
import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { FailureNote } from '../data/failure-note'
import { PlanPage } from '../data/plan-page'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { GroupList } from './group-list'
import type { PolicyActions } from './policy-actions'
import { PolicyForm } from './policy-form'
import { PolicySentences } from './policy-sentences'
import { policyQuery } from './settings-queries'

/** What each plan asks for before a change of it may be published. */
export const PoliciesScreen = ({ actions }: { readonly actions: PolicyActions }) => (
  <PlanPage
    title="Policy"
    icon={ShieldCheck}
    empty="Connect a workspace; each of its plans has a policy of its own."
  >
    {({ id, name }) => <OnePolicy plan={id} name={name} actions={actions} />}
  </PlanPage>
)

type OnePolicyProps = {
  readonly plan: string
  readonly name: string
  readonly actions: PolicyActions
}

const OnePolicy = ({ plan, name, actions }: OnePolicyProps) => {
  const { data: view, error, refetch } = useQuery(policyQuery(plan))
  if (!view)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the policy" />
    )
  return (
    <div className="flex flex-col gap-10">
      <Section
        title={`Before a change of ${name} is published`}
        description={
          view.can.change
            ? 'Numbers count people, for each event that a request touches. It holds at once, for open requests too.'
            : 'Admins change it.'
        }
      >
        {view.can.change ? (
          // Another revision is another start: what somebody else saved is shown, not what was there before.
          <PolicyForm key={view.revision} plan={plan} view={view} actions={actions} />
        ) : (
          <PolicySentences policy={view.policy} groups={view.groups} />
        )}
      </Section>
      <GroupList view={view} actions={actions} />
    </div>
  )
}
