'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GroupView } from '@/contracts/policy'
import { can } from '@/domain/review/can'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { fieldErrors } from './field-errors'
import type { PolicyActions } from './policy-actions'
import { membersQuery } from './settings-queries'

type GroupDialogProps = {
  /** Null for a new one. */
  readonly group: GroupView | null
  readonly workspace: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly actions: Pick<PolicyActions, 'createGroup' | 'changeGroup'>
  readonly onSaved: () => void
}

/** Name and people of a group. Whoever may review can be chosen, and whoever is in it already. */
export const GroupDialog = ({ group, workspace, open, onOpenChange, actions, onSaved }: GroupDialogProps) => {
  const { data: everybody } = useQuery(membersQuery())
  const [name, setName] = useState(group?.name ?? '')
  const [members, setMembers] = useState<readonly string[]>(group?.members.map(({ id }) => id) ?? [])
  const saving = useMutation({
    mutationFn: () =>
      unwrapAction(
        group === null
          ? actions.createGroup({ workspace, name: name.trim(), members: [...members] })
          : actions.changeGroup({ id: group.id, name: name.trim(), members: [...members] }),
      ),
    onSuccess: () => {
      onSaved()
      onOpenChange(false)
    },
  })
  const offered = (everybody?.data ?? []).filter(
    ({ id, role }) => can(role, 'review') || group?.members.some((member) => member.id === id),
  )
  const incomplete = name.trim() === ''
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={group === null ? 'New group' : `Change ${group.name}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="group"
            pending={saving.isPending}
            disabled={incomplete}
          >
            {group === null ? 'Make the group' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="group"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!incomplete) saving.mutate()
        }}
      >
        <Field label="Name" error={fieldErrors(saving.error).name ?? null}>
          <Input autoFocus value={name} onValueChange={setName} autoComplete="off" />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium text-sm">People</legend>
          {offered.map(({ id, name: person }) => (
            <Checkbox
              key={id}
              checked={members.includes(id)}
              onCheckedChange={(chosen) =>
                setMembers((before) => (chosen ? [...before, id] : before.filter((each) => each !== id)))
              }
              label={person}
            />
          ))}
        </fieldset>
        {saving.error && !isFailure(saving.error, 'invalid-input') ? (
          <FailureNote error={saving.error} />
        ) : null}
      </form>
    </Dialog>
  )
}
