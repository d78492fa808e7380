'use client'
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { CommentView } from '@/contracts/comment'
import { FailureNote } from '../../data/failure-note'
import { AlertDialog } from '../../ui/alert-dialog'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import { RelativeTime } from '../../ui/relative-time'
import type { RequestPlace } from '../request-actions'
import { CommentForm } from './comment-form'
import { CommentText } from './comment-text'
import { Suggestion } from './suggestion'
import type { TakeSuggestion } from './take-with'
import { type TalkActions, useDeleteComment, useEditComment } from './use-talk'

type CommentItemProps = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly take: TakeSuggestion
  readonly comment: CommentView
}

/** One comment; for whoever wrote it, with the ways to change it. */
export const CommentItem = ({ place, actions, take, comment }: CommentItemProps) => {
  const [isEditing, setEditing] = useState(false)
  const edit = useEditComment(place, comment.id, actions)
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
      <Avatar name={comment.author} />
      <div className="min-w-0">
        <div className="flex min-h-5 items-center gap-x-2 text-ink-3 text-xs">
          <span className="min-w-0 truncate font-medium text-ink text-sm">{comment.author}</span>
          <RelativeTime at={comment.at} className="whitespace-nowrap" />
          {comment.editedAt && !comment.deleted ? <span>edited</span> : null}
          <OwnMenu place={place} actions={actions} comment={comment} onEdit={() => setEditing(true)} />
        </div>
        {comment.deleted ? (
          <p className="text-ink-3 italic">This comment was deleted.</p>
        ) : isEditing ? (
          <CommentForm
            label="Your comment"
            verb="Save"
            draft={`edit.${comment.id}`}
            initial={comment.body}
            takesFocus
            isPending={edit.isPending}
            error={edit.error}
            onCancel={() => setEditing(false)}
            onSend={(body, done) =>
              edit.mutate(body, {
                onSuccess: () => {
                  done()
                  setEditing(false)
                },
              })
            }
          />
        ) : (
          <CommentText body={comment.body} mentions={comment.mentions} />
        )}
        <Suggestion comment={comment} take={take} />
      </div>
    </li>
  )
}

const OwnMenu = ({
  place,
  actions,
  comment,
  onEdit,
}: Omit<CommentItemProps, 'take'> & { readonly onEdit: () => void }) => {
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending, error, reset } = useDeleteComment(place, comment.id, actions)
  const close = () => {
    reset()
    setAsking(false)
  }
  if (!comment.can.delete) return null
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="icon-sm" variant="ghost" aria-label="Change your comment" className="-my-1 ml-auto">
            <Ellipsis aria-hidden="true" />
          </Button>
        }
      >
        {comment.can.edit ? (
          <MenuItem icon={<PencilLine aria-hidden="true" />} onSelect={onEdit}>
            Edit
          </MenuItem>
        ) : null}
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setAsking(true)}>
          Delete
        </MenuItem>
      </Menu>
      <AlertDialog
        open={isAsking}
        onOpenChange={(open) => (open ? setAsking(true) : close())}
        title="Delete your comment?"
        description="Its words are gone for good. Replies stay, and everybody sees that something was deleted here."
        confirm="Delete"
        danger
        pending={isPending}
        onConfirm={() => mutate(undefined, { onSuccess: close })}
      >
        {error ? <FailureNote error={error} /> : null}
      </AlertDialog>
    </>
  )
}
