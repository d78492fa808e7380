'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EndpointCreated } from '@/contracts/endpoint'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import type { EndpointActions } from './endpoint-actions'

type NewEndpointDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly create: EndpointActions['createEndpoint']
  readonly onCreated: (made: EndpointCreated) => void
}

/** Asks only which workspace the address is for. */
export const NewEndpointDialog = ({ open, onOpenChange, create, onCreated }: NewEndpointDialogProps) => {
  const queries = useQueryClient()
  const { data: frame } = useQuery(frameQuery())
  const workspaces = frame?.workspaces ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const workspace = chosen ?? (workspaces.find(({ demo }) => !demo) ?? workspaces[0])?.id ?? null
  const creating = useMutation({
    mutationFn: () =>
      unwrapAction(create({ kind: 'violations', ...(workspace === null ? {} : { workspace }) })),
    onSuccess: (made) => {
      queries.invalidateQueries({ queryKey: ['endpoints'] })
      onOpenChange(false)
      onCreated(made)
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New address for violations"
      description="Segment posts forwarded violations to it, signed with a secret of its own."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            pending={creating.isPending}
            disabled={workspace === null}
            onClick={() => creating.mutate()}
          >
            Make the address
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Workspace"
          hint={workspaces.length === 0 ? 'Connect a workspace first.' : 'Whose violations will arrive.'}
        >
          <Select
            value={workspace}
            onValueChange={setChosen}
            options={workspaces.map(({ id, name, demo }) => ({
              value: id,
              label: demo ? `${name} (demo)` : name,
            }))}
          />
        </Field>
        {creating.error ? <FailureNote error={creating.error} /> : null}
      </div>
    </Dialog>
  )
}
