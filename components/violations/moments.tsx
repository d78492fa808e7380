'use client'
import { useQuery } from '@tanstack/react-query'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { MomentView } from '@/contracts/board'
import type { ViolationCommentView } from '@/contracts/violation-comment'
import { CommentForm } from '../conversation/comment-form'
import { CommentItem } from '../conversation/comment-item'
import { FailureNote } from '../data/failure-note'
import { useKeptText } from '../data/use-kept-text'
import { Button } from '../ui/button'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { momentWords } from './moment-words'
import { useDeleteSaid, useEditSaid, useSay } from './use-talk'
import type { ViolationActions } from './violation-actions'
import { momentsQuery, talkQuery } from './violation-queries'

type TalkActions = Pick<ViolationActions, 'comment' | 'editComment' | 'deleteComment'>

type MomentsProps = { readonly id: string; readonly actions: TalkActions }

/** What happened to the violation and what was said about it, newest first, and the place to say something. */
export const Moments = ({ id, actions }: MomentsProps) => {
  const { data: moments, error, refetch } = useQuery(momentsQuery(id))
  const { data: talk, error: talkError, refetch: readTalk } = useQuery(talkQuery(id))
  const entries = [
    ...(moments?.data ?? []).map((moment) => ({ at: moment.at, moment, comment: null })),
    ...(talk?.data ?? []).map((comment) => ({ at: comment.at, moment: null, comment })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return (
    <Section title="What happened">
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {talkError ? <FailureNote error={talkError} onRetry={() => readTalk()} /> : null}
      {talk?.can.say ? <Say id={id} actions={actions} /> : null}
      {moments ? (
        <ol aria-label="What happened" className="flex flex-col gap-2 text-sm">
          {entries.map(({ moment, comment }) =>
            moment === null ? (
              <Said key={comment.id} comment={comment} actions={actions} />
            ) : (
              <Moment key={moment.id} moment={moment} />
            ),
          )}
        </ol>
      ) : error ? null : (
        <SkeletonRows label="Reading what happened" />
      )}
    </Section>
  )
}

const Moment = ({ moment }: { readonly moment: MomentView }) => (
  <li className="flex gap-x-3">
    <RelativeTime at={moment.at} className="w-20 shrink-0 text-ink-3 sm:w-32" />
    <span className="min-w-0 break-words">
      {moment.actor ? <span className="font-medium">{moment.actor}: </span> : null}
      {momentWords(moment)}
      {typeof moment.detail.reason === 'string' ? (
        <span className="text-ink-2"> · “{moment.detail.reason}”</span>
      ) : null}
    </span>
  </li>
)

type SaidProps = { readonly comment: ViolationCommentView; readonly actions: TalkActions }

const Said = ({ comment, actions }: SaidProps) => (
  <CommentItem
    comment={comment}
    edit={useEditSaid(comment, actions)}
    remove={useDeleteSaid(comment, actions)}
  />
)

/** A button that opens a box to say something. A draft keeps the box open. */
const Say = ({ id, actions }: MomentsProps) => {
  const draft = `comment.violation.${id}`
  const [kept] = useKeptText(draft)
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useSay(id, actions)
  if (!isOpen && kept === '' && !isPending)
    return (
      <div>
        <Button size="sm" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => setOpen(true)}>
          Comment
        </Button>
      </div>
    )
  return (
    <div className="max-w-prose">
      <CommentForm
        label="Comment on this violation"
        verb="Comment"
        draft={draft}
        takesFocus={isOpen}
        isPending={isPending}
        error={error}
        onCancel={() => setOpen(false)}
        onSend={(body, done) =>
          mutate(body, {
            onSuccess: () => {
              done()
              setOpen(false)
            },
          })
        }
      />
    </div>
  )
}
