'use client'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { isOrderable } from '@/domain/violations/app-version'
import { frameQuery } from '../data/frame-query'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { InstantInput } from '../ui/instant-input'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'
import type { TriageChange } from './use-triage'
import { membersQuery } from './violation-queries'

export const triageKinds = ['assign', 'resolve', 'wait', 'ignore'] as const

export type TriageKind = (typeof triageKinds)[number]

type Decide = (change: TriageChange, done: string) => void

type TriageDialogProps = {
  /** Null while nothing is asked. */
  readonly kind: TriageKind | null
  /** What it is done to: `3 violations`. */
  readonly what: string
  readonly onClose: () => void
  readonly onDecide: Decide
}

/** Asks what a decision needs: whom, until when and why, or the version that ends it. */
export const TriageDialog = ({ kind, what, onClose, onDecide }: TriageDialogProps) => {
  const decide: Decide = (change, done) => {
    onDecide(change, done)
    onClose()
  }
  const forms: Readonly<Record<TriageKind, ReactNode>> = {
    assign: <AssignForm what={what} onClose={onClose} onDecide={decide} />,
    resolve: <VersionForm kind="resolve" what={what} onClose={onClose} onDecide={decide} />,
    wait: <VersionForm kind="wait" what={what} onClose={onClose} onDecide={decide} />,
    ignore: <IgnoreForm what={what} onClose={onClose} onDecide={decide} />,
  }
  return kind === null ? null : forms[kind]
}

type FormProps = { readonly what: string; readonly onClose: () => void; readonly onDecide: Decide }

const nobody = 'nobody'

const AssignForm = ({ what, onClose, onDecide }: FormProps) => {
  const { data: frame } = useQuery(frameQuery())
  const { data: members } = useQuery(membersQuery())
  const me = frame?.me.id
  const [chosen, setChosen] = useState<string | null>(null)
  const assignee = chosen ?? me ?? null
  const people = members?.data ?? []
  const options = [
    ...(frame ? [{ value: frame.me.id, label: `${frame.me.name} (me)` }] : []),
    ...people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
    { value: nobody, label: 'Nobody' },
  ]
  const name = options.find(({ value }) => value === assignee)?.label ?? ''
  return (
    <DecisionDialog
      title={`Assign ${what}`}
      action="Assign"
      isReady={assignee !== null}
      onClose={onClose}
      onSubmit={() =>
        onDecide(
          { assignee: assignee === nobody ? null : assignee },
          assignee === nobody ? 'assigned to nobody' : `assigned to ${name}`,
        )
      }
    >
      <Field label="To">
        <Select value={assignee} options={options} onValueChange={setChosen} />
      </Field>
    </DecisionDialog>
  )
}

const versionWords = {
  resolve: {
    title: 'Resolve',
    hint: 'Calls of older versions that still arrive do not open it again; calls of this version and newer ones do. Without a version every later call does.',
  },
  wait: {
    title: 'Wait for the rollout of',
    hint: 'Older versions may go on. A call of this version or a newer one opens it again; a week without any call resolves it.',
  },
} as const

const VersionForm = ({
  kind,
  what,
  onClose,
  onDecide,
}: FormProps & { readonly kind: 'resolve' | 'wait' }) => {
  const [version, setVersion] = useState('')
  const typed = version.trim()
  const isWrong = typed !== '' && !isOrderable(typed)
  const { title, hint } = versionWords[kind]
  return (
    <DecisionDialog
      title={`${title} ${what}`}
      action={kind === 'resolve' ? 'Resolve' : 'Wait for it'}
      isReady={!isWrong && (kind === 'resolve' || typed !== '')}
      onClose={onClose}
      onSubmit={() =>
        onDecide(
          {
            status: kind === 'resolve' ? 'resolved' : 'waiting-for-rollout',
            ...(typed === '' ? {} : { resolvedIn: typed }),
          },
          kind === 'resolve' ? 'resolved' : `waiting for ${typed}`,
        )
      }
    >
      <Field
        label="App version that fixes it"
        optional={kind === 'resolve'}
        hint={hint}
        error={isWrong ? 'This is no version that can be compared with others.' : null}
      >
        <Input mono value={version} placeholder="4.2.0" onValueChange={setVersion} />
      </Field>
    </DecisionDialog>
  )
}

const IgnoreForm = ({ what, onClose, onDecide }: FormProps) => {
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const [forGood, setForGood] = useState(true)
  const isReady = reason.trim() !== '' && (forGood || until !== null)
  return (
    <DecisionDialog
      title={`Ignore ${what}`}
      action="Ignore"
      isReady={isReady}
      onClose={onClose}
      onSubmit={() =>
        onDecide({ status: 'ignored', reason: reason.trim(), ignoreUntil: forGood ? null : until }, 'ignored')
      }
    >
      <Field label="Why">
        <Textarea value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Checkbox checked={forGood} onCheckedChange={setForGood} label="For good" />
      {forGood ? null : (
        <Field label="Until" hint="It comes back by itself then.">
          <InstantInput value={until} onValueChange={setUntil} />
        </Field>
      )}
    </DecisionDialog>
  )
}

type DecisionDialogProps = {
  readonly title: string
  readonly action: string
  readonly isReady: boolean
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly children: ReactNode
}

const DecisionDialog = ({ title, action, isReady, onClose, onSubmit, children }: DecisionDialogProps) => (
  <Dialog
    open
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
    title={title}
    size="sm"
    footer={
      <>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" form="decision" disabled={!isReady}>
          {action}
        </Button>
      </>
    }
  >
    <form
      id="decision"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSubmit()
      }}
    >
      {children}
    </form>
  </Dialog>
)
