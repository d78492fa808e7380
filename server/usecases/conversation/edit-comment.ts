import type { CommentView, EditComment } from '@/contracts/comment'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { keepRequest } from '../change-requests/keep-request'
import { lockChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { ownCommentIn } from './find-in-request'
import { mentionableIn } from './open-mentions'
import { requireTalkable } from './require-talkable'
import { commentView } from './thread-view'

/** Says one's own comment in other words; everybody sees that it was edited. */
export const editComment = (
  ctx: Context,
  input: RequestName & EditComment & { readonly id: string },
): Promise<CommentView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    authorize(ctx.actor, 'answer')
    requireTalkable(loaded.request.status)
    const { thread, comment } = ownCommentIn(ctx.actor, loaded, input.id)
    const editedAt = ctx.now()
    await stores.comments.edit(comment.id, { body: input.body, at: editedAt })
    await keepRequest(ctx, stores, loaded, {
      set: {},
      action: 'comment-edited',
      details: { comment: comment.id, thread: thread.id },
    })
    const mentionable = await mentionableIn(stores)
    return commentView(ctx.actor, { ...loaded, mentionable }, thread, {
      ...comment,
      body: input.body,
      editedAt,
    })
  })
