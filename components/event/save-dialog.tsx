'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'
import { myDraftsQuery } from './event-queries'
import type { SaveTo } from './use-save-proposal'

type SaveDialogProps = {
  readonly plan: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What the title says before anybody changed it. */
  readonly suggestedTitle: string
  readonly pending: boolean
  readonly error: unknown
  readonly onSave: (to: SaveTo) => void
}

/** Where the edit goes: a change request of its own, or one that is open already. */
export const SaveDialog = ({
  plan,
  open,
  onOpenChange,
  suggestedTitle,
  pending,
  error,
  onSave,
}: SaveDialogProps) => {
  const { data: frame } = useQuery(frameQuery())
  const me = frame?.me.id ?? ''
  const { data: drafts = [] } = useQuery({ ...myDraftsQuery(plan, me), enabled: open && me !== '' })
  const [kind, setKind] = useState<'new' | 'existing'>('new')
  const [title, setTitle] = useState<string | null>(null)
  const [description, setDescription] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const number = chosen ?? String(drafts[0]?.number ?? '')
  const to: SaveTo =
    kind === 'new'
      ? { kind, title: (title ?? suggestedTitle).trim(), description }
      : { kind, number: Number(number) }
  const isReady = to.kind === 'new' ? to.title !== '' : number !== ''
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save as a change request"
      description="It begins as a draft. Nothing reaches Segment before somebody else has approved it and it is published."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" form="save-proposal" type="submit" pending={pending} disabled={!isReady}>
            {kind === 'new' ? 'Create change request' : `Add to #${number}`}
          </Button>
        </>
      }
    >
      <form
        id="save-proposal"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) onSave(to)
        }}
      >
        {drafts.length > 0 ? (
          <Segmented
            label="Where to save"
            value={kind}
            onValueChange={setKind}
            options={[
              { value: 'new', label: 'New change request' },
              { value: 'existing', label: 'One of my open ones' },
            ]}
          />
        ) : null}
        {kind === 'new' ? (
          <>
            <Field label="Title">
              <Input autoFocus value={title ?? suggestedTitle} onValueChange={setTitle} maxLength={200} />
            </Field>
            <Field label="Why" hint="What reviewers should know." optional>
              <Textarea value={description} onChange={(event) => setDescription(event.target.value)} />
            </Field>
          </>
        ) : (
          <Field label="Change request">
            <Select
              value={number}
              onValueChange={setChosen}
              options={drafts.map((draft) => ({
                value: String(draft.number),
                label: `#${draft.number} ${draft.title}`,
              }))}
            />
          </Field>
        )}
        {error ? <FailureNote error={error} /> : null}
      </form>
    </Dialog>
  )
}
