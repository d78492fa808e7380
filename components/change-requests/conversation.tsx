'use client'
import { PencilLine } from 'lucide-react'
import { useEffect } from 'react'
import type { ThreadView } from '@/contracts/comment'
import type { RuleId } from '@/domain/plan/rule'
import { Button } from '../ui/button'
import { takeWith } from './conversation/take-with'
import { Thread } from './conversation/thread'
import type { RequestActions, RequestPlace } from './request-actions'
import type { RequestPanel } from './request-panel'
import { ReviewForm } from './review-form'
import { Timeline } from './timeline'

type ConversationProps = RequestPanel & {
  readonly place: RequestPlace
  readonly actions: RequestActions
  readonly onDescribe: () => void
  /** Leads to the change that a thread is about. */
  readonly onChange: (rule: RuleId) => void
  /** The thread that somebody came for. */
  readonly goal: string | null
}

/** Why, what happened, what was said, and the place to say something. */
export const Conversation = (props: ConversationProps) => {
  const { place, view, work, actions, seen, onDescribe, onChange, goal } = props
  const show = ({ rule }: ThreadView) => rule && onChange(rule)
  useEffect(() => {
    if (goal) document.getElementById(`thread-${goal}`)?.focus()
  }, [goal])
  return (
    <div className="flex flex-col gap-6">
      {view.description ? (
        <p className="max-w-prose whitespace-pre-wrap break-words">{view.description}</p>
      ) : view.can.edit ? (
        <p className="flex flex-wrap items-center gap-2 text-ink-3">
          No description yet.
          <Button size="sm" variant="quiet" icon={<PencilLine aria-hidden="true" />} onClick={onDescribe}>
            Say why it is needed
          </Button>
        </p>
      ) : null}
      <Timeline
        view={view}
        thread={(thread) => (
          <Thread
            place={place}
            actions={actions}
            take={takeWith(work, view)}
            thread={thread}
            jump={thread.outdated ? undefined : { words: 'Show the change', go: show }}
            showsPlace
          />
        )}
      />
      {view.can.answer ? (
        <div className="border-line border-t pt-4">
          <ReviewForm place={place} view={view} work={work} actions={actions} seen={seen} />
        </div>
      ) : null}
    </div>
  )
}
