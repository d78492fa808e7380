'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AlertRuleView } from '@/contracts/alert'
import { alertKinds } from '@/domain/alerts/alert-kind'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import type { AlertActions } from './alert-actions'
import { type AlertRuleDraft, changeOf, draftOf, newDraft, targetOf } from './alert-rule-draft'
import { AlertTargetFields } from './alert-target-fields'
import { alertKindWords } from './alert-words'
import { fieldErrors } from './field-errors'
import { SourceSelect } from './source-select'

type AlertRuleDialogProps = {
  /** Null for a new one. */
  readonly rule: AlertRuleView | null
  readonly actions: Pick<AlertActions, 'createAlertRule' | 'changeAlertRule'>
  readonly onClose: () => void
  /** Given the secret of a new webhook. */
  readonly onSecret: (secret: string) => void
}

/** What is worth an alert, of what, and where it goes. */
export const AlertRuleDialog = ({ rule, actions, onClose, onSecret }: AlertRuleDialogProps) => {
  const queries = useQueryClient()
  const { data: frame } = useQuery(frameQuery())
  const workspaces = frame?.workspaces ?? []
  const first = (workspaces.find(({ demo }) => !demo) ?? workspaces[0])?.id ?? ''
  const [draft, setDraft] = useState<AlertRuleDraft>(() => (rule === null ? newDraft(first) : draftOf(rule)))
  const set = (change: Partial<AlertRuleDraft>) => setDraft((before) => ({ ...before, ...change }))
  const workspace = draft.workspace || first
  const saving = useMutation({
    mutationFn: () =>
      unwrapAction(
        rule === null
          ? actions.createAlertRule({ ...changeOf(draft), workspace, target: targetOf(draft) })
          : actions.changeAlertRule({
              id: rule.id,
              ...changeOf(draft),
              paused: rule.paused,
              ...(draft.isElsewhere ? { target: targetOf(draft) } : {}),
            }),
      ),
    onSuccess: async ({ secret }) => {
      await queries.invalidateQueries({ queryKey: ['alert-rules'] })
      onClose()
      if (secret !== null) onSecret(secret)
    },
  })
  const wrong = fieldErrors(saving.error)
  const plans = (frame?.plans ?? []).filter(({ workspaceId }) => workspaceId === workspace)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={rule === null ? 'New alert rule' : `Change ${rule.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="alert-rule" pending={saving.isPending}>
            {rule === null ? 'Make the rule' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="alert-rule"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <Field label="Name" error={wrong.name ?? null}>
          <Input autoFocus value={draft.name} onValueChange={(name) => set({ name })} autoComplete="off" />
        </Field>
        {rule === null && workspaces.length > 1 ? (
          <Field label="Workspace">
            <Select
              value={workspace}
              onValueChange={(next) => set({ workspace: next, plan: '', source: '' })}
              options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        ) : null}
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium text-sm">Alert when</legend>
          {alertKinds.map((kind) => (
            <Checkbox
              key={kind}
              checked={draft.kinds.includes(kind)}
              onCheckedChange={(chosen) =>
                set({ kinds: chosen ? [...draft.kinds, kind] : draft.kinds.filter((each) => each !== kind) })
              }
              label={alertKindWords[kind]}
            />
          ))}
          {wrong.kinds ? <p className="text-bad text-xs">{wrong.kinds}</p> : null}
        </fieldset>
        {draft.kinds.includes('spike') ? (
          <Field
            label="From how many calls in an hour"
            hint="And more than twice as many as in the busiest hour of the seven days before."
            error={wrong.perHour ?? null}
          >
            <Input inputMode="numeric" value={draft.perHour} onValueChange={(perHour) => set({ perHour })} />
          </Field>
        ) : null}
        <Field label="Plan" error={wrong.plan ?? null}>
          <Select
            value={draft.plan}
            onValueChange={(plan) => set({ plan })}
            options={[
              { value: '', label: 'Any plan' },
              ...plans.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <Field label="Source" error={wrong.source ?? null}>
          <SourceSelect
            workspace={workspace}
            value={draft.source}
            onValueChange={(source) => set({ source })}
            none="Any source"
          />
        </Field>
        <Field
          label="Events"
          optional
          hint="A name, with * for any text: Order *. Empty for any."
          error={wrong.event ?? null}
        >
          <Input mono value={draft.event} onValueChange={(event) => set({ event })} autoComplete="off" />
        </Field>
        <AlertTargetFields rule={rule} draft={draft} set={set} wrong={wrong} />
        {saving.error && !isFailure(saving.error, 'invalid-input') ? (
          <FailureNote error={saving.error} />
        ) : null}
      </form>
    </Dialog>
  )
}
