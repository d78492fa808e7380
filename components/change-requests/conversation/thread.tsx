'use client'
import { useState } from 'react'
import type { ThreadView } from '@/contracts/comment'
import { showPlace } from '@/domain/diff/describe-change'
import { FailureNote } from '../../data/failure-note'
import { ruleTitle } from '../../ui/rule-title'
import type { RequestPlace } from '../request-actions'
import type { TakeSuggestion } from './take-with'
import { ThreadAnswer } from './thread-answer'
import { ThreadComment } from './thread-comment'
import { ThreadHead, type ThreadJump } from './thread-head'
import { type TalkActions, useSettleThread } from './use-talk'

type ThreadProps = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly take: TakeSuggestion
  readonly thread: ThreadView
  /** Says what it is about; not where it stands beside that anyway. */
  readonly showsPlace: boolean
  /** Leads to where else it stands: from the conversation to the change, and back. */
  readonly jump?: ThreadJump | undefined
}

/** What people said about one thing. A resolved thread is one line until it is asked for. */
export const Thread = ({ place, actions, take, thread, showsPlace, jump }: ThreadProps) => {
  const [isOpen, setOpen] = useState(false)
  const settle = useSettleThread(place, thread.id, actions)
  const { resolved, outdated, comments } = thread
  const isShown = resolved === null || isOpen
  const common = { place, actions, thread }
  return (
    <section
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-label={`Thread about ${placeOf(thread)}`}
      className="focus-ring flex min-w-0 scroll-mt-24 flex-col gap-3 rounded-md border border-line bg-surface px-3 py-2.5 text-sm"
    >
      <ThreadHead
        thread={thread}
        showsPlace={showsPlace}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
        jump={jump}
      />
      {outdated && isShown ? (
        <p className="text-ink-3 text-xs">What this was said about is no longer in the edits.</p>
      ) : null}
      {isShown ? (
        <ol aria-label="Comments" className="flex flex-col gap-3">
          {comments.map((comment) => (
            <ThreadComment key={comment.id} place={place} actions={actions} take={take} comment={comment} />
          ))}
        </ol>
      ) : null}
      {settle.error ? <FailureNote error={settle.error} /> : null}
      {thread.can.answer && isShown ? (
        <ThreadAnswer
          {...common}
          to={comments.find(({ deleted }) => !deleted)?.author ?? 'the thread'}
          settle={() => settle.mutate(resolved ? 'reopen' : 'resolve', { onSuccess: () => setOpen(false) })}
          isSettling={settle.isPending}
        />
      ) : null}
    </section>
  )
}

const placeOf = ({ rule, pointer }: ThreadView): string => {
  if (rule === null) return 'the request'
  return pointer ? `${showPlace(pointer)} of ${ruleTitle(rule)}` : ruleTitle(rule)
}
