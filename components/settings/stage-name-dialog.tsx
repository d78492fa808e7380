'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TargetView } from '@/contracts/target'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { targetsQuery } from '../targets/target-queries'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { fieldErrors } from './field-errors'
import type { TargetActions } from './target-actions'

type StageNameDialogProps = {
  readonly plan: string
  readonly target: TargetView
  readonly changeTarget: TargetActions['changeTarget']
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** What people call the stage that a plan is. */
export const StageNameDialog = ({ plan, target, changeTarget, open, onOpenChange }: StageNameDialogProps) => {
  const queries = useQueryClient()
  const [stage, setStage] = useState(target.stage ?? '')
  const saving = useMutation({
    mutationFn: () => unwrapAction(changeTarget({ plan, id: target.plan.id, stage: stage.trim() })),
    onSuccess: (next) => {
      queries.setQueryData(targetsQuery(plan).queryKey, next)
      onOpenChange(false)
    },
  })
  const incomplete = stage.trim() === ''
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
      title={`Name the stage of ${target.plan.name}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="stage-name"
            pending={saving.isPending}
            disabled={incomplete}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id="stage-name"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!incomplete) saving.mutate()
        }}
      >
        <Field
          label="Stage"
          hint="Development, staging, production …"
          error={fieldErrors(saving.error).stage ?? null}
        >
          <Input autoFocus value={stage} onValueChange={setStage} autoComplete="off" />
        </Field>
        {saving.error && !isFailure(saving.error, 'invalid-input') ? (
          <FailureNote error={saving.error} />
        ) : null}
      </form>
    </Dialog>
  )
}
