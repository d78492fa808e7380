'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TargetLine } from '@/contracts/target'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { targetsQuery } from '../targets/target-queries'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { toast } from '../ui/toast'
import { fieldErrors } from './field-errors'
import type { TargetActions } from './target-actions'

type AddTargetDialogProps = {
  readonly plan: string
  readonly line: TargetLine
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly addTarget: TargetActions['addTarget']
}

/** Which plan comes next, and what its stage is called. */
export const AddTargetDialog = ({ plan, line, open, onOpenChange, addTarget }: AddTargetDialogProps) => {
  const queries = useQueryClient()
  const { data: frame } = useQuery(frameQuery())
  const [kind, setKind] = useState<'known' | 'new'>('known')
  const [after, setAfter] = useState(line.data.at(-1)?.plan.id ?? plan)
  const [target, setTarget] = useState<string | null>(null)
  const [workspace, setWorkspace] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [stage, setStage] = useState('')
  const inLine = new Set(line.data.map((each) => each.plan.id))
  const workspaceNames = new Map(frame?.workspaces.map((each) => [each.id, each.name]))
  const offered = (frame?.plans ?? []).filter(({ id }) => !inLine.has(id))
  const where = workspace ?? frame?.workspaces[0]?.id ?? ''
  const adding = useMutation({
    mutationFn: () =>
      unwrapAction(
        kind === 'known'
          ? addTarget({ plan: after, target: target ?? '', stage: stage.trim() })
          : addTarget({ plan: after, workspace: where, name: name.trim(), stage: stage.trim() }),
      ),
    onSuccess: (next) => {
      for (const { plan: each } of next.data) queries.setQueryData(targetsQuery(each.id).queryKey, next)
      if (kind === 'new') queries.invalidateQueries({ queryKey: ['frame'] })
      toast.success(`${stage.trim()} is added`)
      onOpenChange(false)
    },
  })
  const errors = fieldErrors(adding.error)
  const incomplete = stage.trim() === '' || (kind === 'known' ? target === null : name.trim() === '')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a stage"
      description={
        kind === 'known'
          ? 'The plan keeps everything that it holds. Nothing is promoted yet, and nothing changes in Segment.'
          : 'A tracking plan without rules is made in Segment. No source is connected to it.'
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="add-target"
            pending={adding.isPending}
            disabled={incomplete}
          >
            {kind === 'known' ? 'Add the stage' : 'Make the plan in Segment'}
          </Button>
        </>
      }
    >
      <form
        id="add-target"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!incomplete) adding.mutate()
        }}
      >
        <Field label="Stage" hint="Staging, production …" error={errors.stage ?? null}>
          <Input autoFocus value={stage} onValueChange={setStage} autoComplete="off" />
        </Field>
        <Field label="Follows">
          <Select
            value={after}
            onValueChange={setAfter}
            options={line.data.map((each) => ({
              value: each.plan.id,
              label: each.stage ?? each.plan.name,
            }))}
          />
        </Field>
        <Segmented
          label="Which plan"
          value={kind}
          onValueChange={setKind}
          options={[
            { value: 'known', label: 'A plan that is there' },
            { value: 'new', label: 'A new plan' },
          ]}
        />
        {kind === 'known' ? (
          <Field label="Plan" error={errors.target ?? null}>
            <Select
              value={target}
              onValueChange={setTarget}
              placeholder={offered.length === 0 ? 'no other plan is connected' : 'choose a plan'}
              disabled={offered.length === 0}
              options={offered.map((each) => ({
                value: each.id,
                label: each.name,
                hint: workspaceNames.get(each.workspaceId) ?? '',
              }))}
            />
          </Field>
        ) : (
          <>
            <Field label="Workspace" error={errors.workspace ?? null}>
              <Select
                value={where}
                onValueChange={setWorkspace}
                options={(frame?.workspaces ?? []).map((each) => ({ value: each.id, label: each.name }))}
              />
            </Field>
            <Field label="Name of the plan in Segment" error={errors.name ?? null}>
              <Input value={name} onValueChange={setName} autoComplete="off" />
            </Field>
          </>
        )}
        {adding.error && !isFailure(adding.error, 'invalid-input') ? (
          <FailureNote error={adding.error} />
        ) : null}
      </form>
    </Dialog>
  )
}
