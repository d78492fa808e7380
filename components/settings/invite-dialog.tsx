'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Role } from '@/domain/review/role'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { fieldErrors } from './field-errors'
import { LinkToHandOver } from './link-to-hand-over'
import type { MemberActions } from './member-actions'
import { roleOptions } from './role-options'

type InviteDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly invite: MemberActions['inviteMember']
}

/** Name, address and role; then the link, which is shown this once. */
export const InviteDialog = ({ open, onOpenChange, invite }: InviteDialogProps) => {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('contributor')
  const inviting = useMutation({
    mutationFn: () => unwrapAction(invite({ name: name.trim(), email: email.trim(), role })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members'] }),
  })
  const errors = fieldErrors(inviting.error)
  const incomplete = name.trim() === '' || email.trim() === ''
  if (inviting.data)
    return (
      <LinkToHandOver
        open={open}
        onOpenChange={onOpenChange}
        title={`${name.trim()} is invited`}
        url={inviting.data.inviteUrl}
      />
    )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite somebody"
      description="No mail is sent: you get a link to hand over."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form="invite"
            pending={inviting.isPending}
            disabled={incomplete}
          >
            Make the link
          </Button>
        </>
      }
    >
      <form
        id="invite"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!incomplete) inviting.mutate()
        }}
      >
        <Field label="Name" error={errors.name}>
          <Input autoFocus value={name} onValueChange={setName} autoComplete="off" />
        </Field>
        <Field label="Email" error={errors.email}>
          <Input type="email" value={email} onValueChange={setEmail} autoComplete="off" />
        </Field>
        <Field label="Role" error={errors.role}>
          <Select value={role} onValueChange={setRole} options={roleOptions} />
        </Field>
        {inviting.error && !isFailure(inviting.error, 'invalid-input') ? (
          <FailureNote error={inviting.error} />
        ) : null}
      </form>
    </Dialog>
  )
}
