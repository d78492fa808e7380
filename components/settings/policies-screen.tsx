'use client'
import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { parseAsString, useQueryState } from 'nuqs'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { Section } from '../ui/section'
import { Select } from '../ui/select'
import { SkeletonRows } from '../ui/skeleton'
import { GroupList } from './group-list'
import type { PolicyActions } from './policy-actions'
import { PolicyForm } from './policy-form'
import { PolicySentences } from './policy-sentences'
import { policyQuery } from './settings-queries'

/** What each plan asks for before a change of it may be published. The plan stands in the address. */
export const PoliciesScreen = ({ actions }: { readonly actions: PolicyActions }) => {
  const { data: frame } = useQuery(frameQuery())
  const [asked, setAsked] = useQueryState('plan', parseAsString)
  const plans = frame?.plans ?? []
  const plan = plans.find(({ id }) => id === asked) ?? plans[0]
  return (
    <>
      <PageHeader
        title="Policy"
        actions={
          plans.length > 1 && plan ? (
            <Select
              label="Plan"
              value={plan.id}
              onValueChange={setAsked}
              options={plans.map(({ id, name }) => ({ value: id, label: name }))}
              className="w-auto min-w-40"
            />
          ) : null
        }
      />
      {plan ? <OnePolicy key={plan.id} plan={plan.id} name={plan.name} actions={actions} /> : null}
      {frame && !plan ? (
        <EmptyState icon={ShieldCheck} title="No plan yet">
          Connect a workspace; each of its plans has a policy of its own.
        </EmptyState>
      ) : null}
    </>
  )
}

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
