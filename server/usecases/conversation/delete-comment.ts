import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { keepRequest } from '../change-requests/keep-request'
import { lockChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { ownCommentIn } from './find-in-request'

/** Takes one's own words back, at any time; replies stay, and the place says that something stood there. */
export const deleteComment = (ctx: Context, input: RequestName & { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    authorize(ctx.actor, 'answer')
    const { thread, comment } = ownCommentIn(ctx.actor, loaded, input.id)
    await stores.comments.delete(comment.id, ctx.now())
    await keepRequest(ctx, stores, loaded, {
      set: {},
      action: 'comment-deleted',
      details: { comment: comment.id, thread: thread.id },
    })
    return null
  })
