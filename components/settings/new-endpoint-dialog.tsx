'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CreateEndpoint, EndpointCreated } from '@/contracts/endpoint'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import type { EndpointActions } from './endpoint-actions'
import { SourceSelect } from './source-select'

const kinds = [
  { value: 'violations', label: 'Violations that Segment forwards' },
  { value: 'events', label: 'Events that libraries send' },
] as const

const descriptions: Readonly<Record<CreateEndpoint['kind'], string>> = {
  violations: 'Segment posts forwarded violations to it, signed with a secret of its own.',
  events:
    'Segment’s libraries send events to it instead of Segment, named by a write key of its own. They are judged as Segment would judge them, and go no further.',
}

type NewEndpointDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly create: EndpointActions['createEndpoint']
  readonly onCreated: (made: EndpointCreated) => void
}

/** Asks what shall arrive, and from which workspace or source. */
export const NewEndpointDialog = ({ open, onOpenChange, create, onCreated }: NewEndpointDialogProps) => {
  const queries = useQueryClient()
  const { data: frame } = useQuery(frameQuery())
  const workspaces = frame?.workspaces ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const workspace = chosen ?? (workspaces.find(({ demo }) => !demo) ?? workspaces[0])?.id ?? null
  const [kind, setKind] = useState<CreateEndpoint['kind']>('violations')
  const [source, setSource] = useState('')
  const input: CreateEndpoint | null =
    kind === 'events'
      ? source === ''
        ? null
        : { kind, source }
      : workspace === null
        ? null
        : { kind, workspace }
  const creating = useMutation({
    mutationFn: async (wanted: CreateEndpoint) => unwrapAction(create(wanted)),
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
      title="New address"
      description={descriptions[kind]}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            pending={creating.isPending}
            disabled={input === null}
            onClick={() => input && creating.mutate(input)}
          >
            Make the address
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="What arrives">
          <Select value={kind} onValueChange={setKind} options={kinds} />
        </Field>
        {kind === 'violations' ? (
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
        ) : (
          <Field label="Source" hint="The plan that it follows judges every call.">
            <SourceSelect value={source} onValueChange={setSource} />
          </Field>
        )}
        {creating.error ? <FailureNote error={creating.error} /> : null}
      </div>
    </Dialog>
  )
}
