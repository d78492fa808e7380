'use client'
import type { FrameView } from '@/contracts/overview'
import { Select } from '../ui/select'

type Scope = { readonly plan: string | null; readonly workspace: string | null }

type ScopeSelectProps = {
  readonly scope: Scope
  readonly frame: Pick<FrameView, 'plans' | 'workspaces'>
  readonly onChange: (scope: Scope) => void
}

/** Everything, one workspace where there are several, or one plan. */
export const ScopeSelect = ({ scope, frame: { plans, workspaces }, onChange }: ScopeSelectProps) => {
  const several = workspaces.length > 1
  const options = [
    { value: 'all', label: several ? 'All workspaces' : 'Whole workspace' },
    ...(several ? workspaces.map(({ id, name }) => ({ value: `workspace ${id}`, label: name })) : []),
    ...plans.map(({ id, name }) => ({ value: `plan ${id}`, label: name })),
  ]
  const plan = plans.find(({ id, segmentId }) => id === scope.plan || segmentId === scope.plan)
  const value = plan ? `plan ${plan.id}` : scope.workspace === null ? 'all' : `workspace ${scope.workspace}`
  return (
    <Select
      label="What is looked at"
      value={value}
      options={options}
      onValueChange={(next) => {
        const [kind, id = null] = next.split(' ')
        onChange({ plan: kind === 'plan' ? id : null, workspace: kind === 'workspace' ? id : null })
      }}
      className="w-auto min-w-40"
    />
  )
}
