'use client'
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { CommentView } from '@/contracts/comment'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'
import { RelativeTime } from '../ui/relative-time'
import { CommentForm } from './comment-form'
import { CommentText } from './comment-text'

type Work<Input> = {
  readonly mutate: (input: Input, then: { readonly onSuccess: () => void }) => void
  readonly isPending: boolean
  readonly error: Error | null
  readonly reset: () => void
}

type CommentItemProps = {
  readonly comment: Pick<
    CommentView,
    'id' | 'author' | 'at' | 'body' | 'mentions' | 'editedAt' | 'deleted'
  > & { readonly can: Pick<CommentView['can'], 'edit' | 'delete'> }
  readonly edit: Work<string>
  readonly remove: Work<void>
  /** What goes along with the words. */
  readonly children?: ReactNode
}

/** One comment; for whoever wrote it, with the ways to change it. */
export const CommentItem = ({ comment, edit, remove, children }: CommentItemProps) => {
  const [isEditing, setEditing] = useState(false)
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
      <Avatar name={comment.author} />
      <div className="min-w-0">
        <div className="flex min-h-5 items-center gap-x-2 text-ink-3 text-xs">
          <span className="min-w-0 truncate font-medium text-ink text-sm">{comment.author}</span>
          <RelativeTime at={comment.at} className="whitespace-nowrap" />
          {comment.editedAt && !comment.deleted ? <span>edited</span> : null}
          <OwnMenu can={comment.can} remove={remove} onEdit={() => setEditing(true)} />
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
        {children}
      </div>
    </li>
  )
}

type OwnMenuProps = Pick<CommentItemProps, 'remove'> & {
  readonly can: CommentItemProps['comment']['can']
  readonly onEdit: () => void
}

const OwnMenu = ({ can, remove: { mutate, isPending, error, reset }, onEdit }: OwnMenuProps) => {
  const [isAsking, setAsking] = useState(false)
  const close = () => {
    reset()
    setAsking(false)
  }
  if (!can.delete) return null
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
        {can.edit ? (
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
