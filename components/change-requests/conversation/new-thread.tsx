'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { AddComment } from '@/contracts/comment'
import { ruleKey } from '@/domain/plan/rule-id'
import { CommentForm } from '../../conversation/comment-form'
import { useKeptText } from '../../data/use-kept-text'
import { Button } from '../../ui/button'
import type { RequestPlace } from '../request-actions'
import { SuggestionBox } from './suggestion-box'
import { type TalkActions, useAddComment } from './use-talk'

type NewThreadProps = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly on: Required<Pick<AddComment, 'rule'>> & Pick<AddComment, 'pointer'>
  /** Tells drafts of one rule apart: two changes may be of the same place. */
  readonly draft: string
  /** What it will be about, in words. */
  readonly about: string
  /** The schema that a suggestion begins with; null where none can be made. Absent: none is offered. */
  readonly suggestible?: () => Promise<string | null>
  /** The key for comments opens it. */
  readonly isFirst?: boolean
  /** The button says what it is for, instead of an icon alone. */
  readonly withWords?: boolean
}

/** A button that opens a box for a first comment on a rule or a place in it. A draft keeps the box open. */
export const NewThread = ({
  place,
  actions,
  on,
  about,
  withWords,
  isFirst,
  suggestible,
  ...props
}: NewThreadProps) => {
  const draft = `comment.${place.plan}.${place.number}.${ruleKey(on.rule)} ${props.draft}`
  const [kept] = useKeptText(draft)
  const [suggestion, keepSuggestion] = useKeptText(`${draft}.suggestion`)
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useAddComment(place, actions)
  if (!isOpen && kept === '' && !isPending)
    return (
      <Button
        size={withWords ? 'sm' : 'icon-sm'}
        variant="ghost"
        aria-label={`Comment on ${about}`}
        title="Comment"
        data-key={isFirst ? 'c' : undefined}
        className={withWords ? undefined : '-my-1'}
        icon={<MessageSquarePlus aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {withWords ? 'Comment' : null}
      </Button>
    )
  return (
    <div className="order-last min-w-0 basis-full rounded-md border border-line bg-surface px-3 py-2.5">
      <CommentForm
        label={`Comment on ${about}`}
        verb="Comment"
        draft={draft}
        takesFocus={isOpen}
        isPending={isPending}
        error={error}
        onCancel={() => {
          keepSuggestion('')
          setOpen(false)
        }}
        onSend={(body, done) =>
          mutate(
            { body, ...on, ...(suggestion === '' ? {} : { pointer: '', ...on, suggestion }) },
            {
              onSuccess: () => {
                done()
                keepSuggestion('')
                setOpen(false)
              },
            },
          )
        }
      >
        <SuggestionBox text={suggestion} onText={keepSuggestion} ofEvent={!on.pointer} begin={suggestible} />
      </CommentForm>
    </div>
  )
}
