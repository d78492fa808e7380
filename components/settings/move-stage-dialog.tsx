'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TargetLine, TargetView } from '@/contracts/target'
import { lineOf } from '@/domain/promotion/stages'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { toast } from '../ui/toast'
import { fieldErrors } from './field-errors'
import type { TargetActions } from './target-actions'

type MoveStageDialogProps = {
  readonly line: TargetLine
  readonly target: TargetView
  readonly changeTarget: TargetActions['changeTarget']
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Lets a stage follow another plan in one step. */
export const MoveStageDialog = ({ line, target, changeTarget, open, onOpenChange }: MoveStageDialogProps) => {
  const queries = useQueryClient()
  const { data: frame } = useQuery(frameQuery())
  const [follows, setFollows] = useState<string | null>(null)
  const { plan } = target
  const name = target.stage ?? plan.name
  const former = line.data.find((each) => each.plan.id === target.follows)
  const below = new Set(stagesBelow(line, plan.id))
  const workspaceNames = new Map(frame?.workspaces.map((each) => [each.id, each.name]))
  const offered = (frame?.plans ?? []).filter(({ id }) => id !== target.follows && !below.has(id))
  const moving = useMutation({
    mutationFn: () => unwrapAction(changeTarget({ plan: plan.id, id: plan.id, follows: follows ?? '' })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['targets'] })
      toast.success(`${name} is moved`)
      onOpenChange(false)
    },
  })
  const stageError = fieldErrors(moving.error).stage
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
      title={`Move ${name}`}
      description={`What follows it goes along. Which version of ${former?.plan.name ?? 'the other plan'} was promoted last is forgotten; open promotions stay as change requests, and nothing changes in Segment.`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            pending={moving.isPending}
            disabled={follows === null}
            onClick={() => moving.mutate()}
          >
            Move the stage
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Follows" error={stageError ?? null}>
          <Select
            value={follows}
            onValueChange={setFollows}
            placeholder={offered.length === 0 ? 'no other plan is connected' : 'choose a plan'}
            disabled={offered.length === 0}
            options={offered.map((each) => ({
              value: each.id,
              label: each.name,
              hint: workspaceNames.get(each.workspaceId) ?? '',
            }))}
          />
        </Field>
        {moving.error && stageError === undefined ? <FailureNote error={moving.error} /> : null}
      </div>
    </Dialog>
  )
}

/** The stage itself and all that follow it, however far down. */
const stagesBelow = ({ data }: TargetLine, planId: string): readonly string[] =>
  lineOf(
    data.map(({ plan, follows }, position) => ({
      plan: plan.id,
      follows: plan.id === planId ? null : follows,
      position,
    })),
    planId,
  ).map(({ plan }) => plan)
