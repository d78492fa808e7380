'use client'
import { CircleCheck, CirclePause } from 'lucide-react'
import { useState } from 'react'
import type { GiveReview } from '@/contracts/change-request'
import type { EditGroupView, ReviewView } from '@/contracts/review-view'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { MentionTextarea } from '../conversation/mention-textarea'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { useKeptText } from '../data/use-kept-text'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { toast } from '../ui/toast'
import { useAddComment } from './conversation/use-talk'
import type { RequestActions, RequestPlace } from './request-actions'
import type { RequestWork } from './use-request-work'
import type { SeenEdits } from './use-seen-edits'

type ReviewFormProps = {
  readonly place: RequestPlace
  readonly view: ReviewView
  readonly work: RequestWork
  readonly actions: Pick<RequestActions, 'addComment'>
  readonly seen: SeenEdits
  readonly onDone?: () => void
  /** The group that the verdict is about; the whole request where there is none. */
  readonly group?: EditGroupView | null
}

type Verdict = GiveReview['verdict']

const done: Readonly<Record<Verdict, string>> = {
  approve: 'Approved.',
  'request-changes': 'Asked for changes.',
  comment: 'Comment added.',
}

/** Comment, and for reviewers the verdict. Whoever sends a request back has to say why. */
export const ReviewForm = ({ place, view, work, actions, seen, group, onDone }: ReviewFormProps) => {
  const [text, keepText] = useKeptText(`comment.${place.plan}.${place.number}`)
  const [missing, setMissing] = useState<Verdict | null>(null)
  const comment = useAddComment(place, actions)
  const { review } = work
  const isPending = review.isPending || comment.isPending
  const error = review.error ?? comment.error
  const give = (verdict: Verdict) => {
    const body = text.trim()
    setMissing(body === '' && verdict !== 'approve' ? verdict : null)
    if (body === '' && verdict !== 'approve') return
    const onSuccess = () => {
      keepText('')
      toast.success(done[verdict])
      onDone?.()
    }
    review.reset()
    comment.reset()
    if (verdict === 'comment') comment.mutate({ body }, { onSuccess })
    else
      review.mutate(
        {
          verdict,
          body,
          fingerprint: view.fingerprint,
          ...(group ? { rules: group.edits.map(ruleIdOf) } : {}),
        },
        { onSuccess },
      )
  }
  const pending = (verdict: Verdict) => review.isPending && review.variables?.verdict === verdict
  return (
    <form
      aria-label={view.can.approve ? 'Review' : 'Comment'}
      className="flex flex-col gap-3"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field
        label="Comment"
        error={
          missing === 'request-changes' && text.trim() === ''
            ? 'Say what should change; everybody sees it.'
            : missing && text.trim() === ''
              ? 'Write a comment first.'
              : null
        }
      >
        <MentionTextarea
          value={text}
          placeholder="Everybody who can see this request reads it. @ mentions somebody."
          onText={keepText}
        />
      </Field>
      {error && !isFailure(error, 'stale') ? <FailureNote error={error} /> : null}
      {seen.changed && view.can.review ? (
        <p className="text-right text-ink-3 text-xs">A verdict needs a look at what changed first.</p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        {group ? null : (
          <Button pending={comment.isPending} disabled={isPending} onClick={() => give('comment')}>
            Comment
          </Button>
        )}
        {view.can.review ? (
          <Button
            icon={<CirclePause aria-hidden="true" className="text-bad" />}
            pending={pending('request-changes')}
            disabled={isPending || seen.changed !== null}
            onClick={() => give('request-changes')}
          >
            Ask for changes
          </Button>
        ) : null}
        {view.can.approve ? (
          <Button
            variant="primary"
            icon={<CircleCheck aria-hidden="true" />}
            pending={pending('approve')}
            disabled={isPending || seen.changed !== null}
            onClick={() => give('approve')}
          >
            Approve
          </Button>
        ) : null}
      </div>
    </form>
  )
}
