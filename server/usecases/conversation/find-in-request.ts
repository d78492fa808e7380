import type { CommentThread, StoredComment } from '@/server/ports/comment-store'
import type { Actor } from '@/server/ports/context'
import { personOf } from '../authorize'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { fail } from '../fail'

type Threads = Pick<LoadedRequest, 'threads'>
type Said = { readonly thread: CommentThread; readonly comment: StoredComment }

/** A thread of this request; `not-found` for any other. */
export const threadIn = ({ threads }: Threads, id: string): CommentThread =>
  threads.find((thread) => thread.id === id) ?? fail({ code: 'not-found', what: 'thread' })

/** A comment of this request; `not-found` for any other. */
export const commentIn = ({ threads }: Threads, id: string): Said => {
  for (const thread of threads) {
    const comment = thread.comments.find((each) => each.id === id)
    if (comment) return { thread, comment }
  }
  return fail({ code: 'not-found', what: 'comment' })
}

/** A comment of the actor's own that still stands; `not-allowed` or `wrong-state` for any other. */
export const ownCommentIn = (actor: Actor, loaded: Threads, id: string): Said => {
  const found = commentIn(loaded, id)
  if (found.comment.by !== personOf(actor))
    fail({ code: 'not-allowed', detail: 'Only whoever wrote a comment can change it.' })
  if (found.comment.deletedAt !== null)
    fail({ code: 'wrong-state', detail: 'The comment was deleted.', status: 'deleted' })
  return found
}
