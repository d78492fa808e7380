'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { Policy, PolicyView } from '@/contracts/policy'
import { jsonEqual } from '@/domain/plan/json-equal'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Select } from '../ui/select'
import { toast } from '../ui/toast'
import { fieldErrors } from './field-errors'
import { OwnershipList } from './ownership-list'
import type { PolicyActions } from './policy-actions'
import { PolicyCounts } from './policy-counts'
import { PolicyTrial } from './policy-trial'
import { PublishingTimes } from './publishing-times'

type PolicyFormProps = {
  readonly plan: string
  readonly view: PolicyView
  readonly actions: Pick<PolicyActions, 'previewPolicy' | 'savePolicy'>
}

const bypasses = {
  nobody: { roles: [], label: 'Nobody' },
  admins: { roles: ['admin'], label: 'Admins' },
  stewards: { roles: ['steward', 'admin'], label: 'Stewards and admins' },
} as const satisfies Record<string, { readonly roles: Policy['bypassRoles']; readonly label: string }>

const bypassOf = ({ bypassRoles }: Policy): keyof typeof bypasses => {
  if (bypassRoles.length === 0) return 'nobody'
  return bypassRoles.includes('steward') ? 'stewards' : 'admins'
}

/** The policy to change. What it would have done is shown before it can be switched on. */
export const PolicyForm = ({ plan, view, actions }: PolicyFormProps) => {
  const queries = useQueryClient()
  const [policy, setPolicy] = useState<Policy>(view.policy)
  const trial = useMutation({
    mutationFn: (tried: Policy) => unwrapAction(actions.previewPolicy({ plan, policy: tried })),
  })
  const saving = useMutation({
    mutationFn: () => unwrapAction(actions.savePolicy({ plan, policy, revision: view.revision })),
    onSuccess: async (saved) => {
      toast.success('The policy holds from now on')
      queries.setQueryData(['policy', plan], saved)
      await queries.invalidateQueries({ queryKey: ['change-requests'] })
    },
  })
  const set = (change: Partial<Policy>) => {
    setPolicy((before) => ({ ...before, ...change }))
    trial.reset()
    saving.reset()
  }
  const error = saving.error ?? trial.error
  const changed = !jsonEqual(policy, view.policy)
  return (
    <form
      aria-label="Policy"
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed) trial.mutate(policy)
      }}
    >
      <PolicyCounts policy={policy} onChange={set} />
      <div className="flex flex-col gap-3">
        <Checkbox
          checked={policy.authorsMayApprove}
          onCheckedChange={(authorsMayApprove) => set({ authorsMayApprove })}
          label="Authors may approve their own edits"
        />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-sm">May publish without the approvals, with a reason</span>
          <Select
            label="Who may publish without the approvals"
            value={bypassOf(policy)}
            onValueChange={(who) => set({ bypassRoles: [...bypasses[who].roles] })}
            options={(Object.keys(bypasses) as (keyof typeof bypasses)[]).map((value) => ({
              value,
              label: bypasses[value].label,
            }))}
            className="w-48"
          />
        </div>
      </div>
      <OwnershipList
        ownerships={policy.ownerships}
        groups={view.groups}
        errors={fieldErrors(error)}
        onChange={(ownerships) => set({ ownerships })}
      />
      <PublishingTimes policy={policy} errors={fieldErrors(error)} onChange={set} />
      {error && !isFailure(error, 'invalid-input') ? (
        <FailureNote
          error={error}
          {...(isFailure(error, 'stale')
            ? { onRetry: () => queries.invalidateQueries({ queryKey: ['policy', plan] }) }
            : {})}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          icon={<FlaskConical aria-hidden="true" />}
          pending={trial.isPending}
          disabled={!changed}
        >
          Try it on the last requests
        </Button>
        {changed ? (
          <Button variant="ghost" onClick={() => set(view.policy)}>
            Undo the changes
          </Button>
        ) : null}
      </div>
      {trial.data && changed ? (
        <PolicyTrial
          plan={plan}
          preview={trial.data}
          saving={saving.isPending}
          onSave={() => saving.mutate()}
        />
      ) : null}
    </form>
  )
}
