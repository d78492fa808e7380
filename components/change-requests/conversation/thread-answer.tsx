'use client'
import { CircleCheck, Reply } from 'lucide-react'
import { useState } from 'react'
import type { ThreadView } from '@/contracts/comment'
import { CommentForm } from '../../conversation/comment-form'
import { useKeptText } from '../../data/use-kept-text'
import { Button } from '../../ui/button'
import type { RequestPlace } from '../request-actions'
import { type TalkActions, useAddComment } from './use-talk'

type AnswerProps = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly thread: ThreadView
  /** Whose words are answered. */
  readonly to: string
  readonly settle: () => void
  readonly isSettling: boolean
}

/** Under a thread: answer in it, settle it, or open it again. */
export const ThreadAnswer = ({ place, actions, thread, to, settle, isSettling }: AnswerProps) => {
  const draft = `reply.${thread.id}`
  const [kept] = useKeptText(draft)
  const [isReplying, setReplying] = useState(false)
  const { mutate, isPending, error } = useAddComment(place, actions)
  if (isReplying || kept !== '' || isPending)
    return (
      <CommentForm
        label={`Reply to ${to}`}
        verb="Reply"
        draft={draft}
        takesFocus={isReplying}
        isPending={isPending}
        error={error}
        onCancel={() => setReplying(false)}
        onSend={(body, done) =>
          mutate(
            { body, thread: thread.id },
            {
              onSuccess: () => {
                done()
                setReplying(false)
              },
            },
          )
        }
      />
    )
  return (
    <div className="flex gap-2">
      <Button size="sm" variant="quiet" icon={<Reply aria-hidden="true" />} onClick={() => setReplying(true)}>
        Reply
      </Button>
      {thread.can.settle ? (
        <Button
          size="sm"
          variant="quiet"
          icon={<CircleCheck aria-hidden="true" />}
          pending={isSettling}
          onClick={settle}
        >
          {thread.resolved ? 'Reopen' : 'Resolve'}
        </Button>
      ) : null}
    </div>
  )
}
