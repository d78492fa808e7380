'use client'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { useKeptText } from '../data/use-kept-text'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { CommentText } from './comment-text'
import { MentionTextarea } from './mention-textarea'

type CommentFormProps = {
  /** What the box is for, for screen readers: "Reply to Sue Steward". */
  readonly label: string
  /** The word on the button. */
  readonly verb: string
  /** Where what is typed is kept for this tab. */
  readonly draft: string
  /** What stands in the box before anything is typed. */
  readonly initial?: string
  /** It was asked for just now, not kept open by a draft. */
  readonly takesFocus: boolean
  readonly isPending: boolean
  readonly error: Error | null
  readonly onSend: (body: string, done: () => void) => void
  readonly onCancel: () => void
  /** What goes along with the words. */
  readonly children?: ReactNode
}

/** A box to say something in. While it is sent it shows as said; when that fails, the words are back in the box. */
export const CommentForm = (props: CommentFormProps) => {
  const { label, verb, draft, initial = '', takesFocus, isPending, error, onSend, onCancel, children } = props
  const [kept, keep] = useKeptText(draft)
  const [isEmpty, setEmpty] = useState(false)
  const [isTouched, setTouched] = useState(false)
  const id = useId()
  const text = kept === '' && !isTouched ? initial : kept
  const send = () => {
    const body = text.trim()
    setEmpty(body === '')
    if (body !== '') onSend(body, () => keep(''))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
    if (event.key === 'Escape' && text.trim() === initial.trim()) cancel()
  }
  const cancel = () => {
    keep('')
    onCancel()
  }
  if (isPending)
    return (
      <div role="status" aria-label="Sending" className="flex flex-col gap-1 opacity-60">
        <CommentText body={text} />
        <p className="text-ink-3 text-xs">Sending …</p>
      </div>
    )
  return (
    <form
      aria-labelledby={id}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field
        label={<span id={id}>{label}</span>}
        hideLabel
        error={isEmpty && text.trim() === '' ? 'Write something first.' : null}
      >
        <MentionTextarea
          autoFocus={takesFocus}
          value={text}
          onText={(next) => {
            setTouched(true)
            keep(next)
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      {children}
      {error ? <FailureNote error={error} /> : null}
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" pending={isPending}>
          {verb}
        </Button>
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
