'use client'
import { type FormEvent, useState } from 'react'
import type { ReviewView } from '@/contracts/review-view'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Note } from '../ui/note'
import { Textarea } from '../ui/textarea'
import type { RequestWork } from './use-request-work'

type DescribeFormProps = {
  readonly view: ReviewView
  readonly work: RequestWork
  readonly onDone: () => void
}

/** Title and description. Says so when somebody else changed them meanwhile, instead of writing over it unseen. */
export const DescribeForm = ({ view, work, onDone }: DescribeFormProps) => {
  const [begun] = useState({ title: view.title, description: view.description })
  const [title, setTitle] = useState(view.title)
  const [description, setDescription] = useState(view.description)
  const { mutate, isPending, error } = work.describe
  const overtaken = view.title !== begun.title || view.description !== begun.description
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '') mutate({ title, description }, { onSuccess: onDone })
  }
  return (
    <form aria-label="Title and description" onSubmit={save} className="flex flex-col gap-3 pb-4">
      <Field label="Title" error={title.trim() === '' ? 'Give it a title.' : null}>
        <Input autoFocus value={title} onValueChange={setTitle} maxLength={200} />
      </Field>
      <Field label="Description" optional>
        <Textarea
          rows={4}
          value={description}
          placeholder="Why is it needed, and who is affected?"
          onChange={(event) => setDescription(event.target.value)}
        />
      </Field>
      {overtaken ? (
        <Note tone="warn" live title="Somebody else changed this while you wrote. It says now:">
          <p className="font-medium text-ink">{view.title}</p>
          <p className="whitespace-pre-wrap">{view.description || 'No description.'}</p>
        </Note>
      ) : null}
      {error ? <FailureNote error={error} /> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={isPending} disabled={title.trim() === ''}>
          {overtaken ? 'Save mine over it' : 'Save'}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}
