import type { CommentView } from '@/contracts/comment'
import type { Listing, ListQuery } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { lookAtChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { slicePage } from '../plans/slice-page'
import { mentionableIn } from './open-mentions'
import { commentView } from './thread-view'

/** Everything that was said about a request, in any thread, oldest first. */
export const listComments = (ctx: Context, input: RequestName & ListQuery): Promise<Listing<CommentView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const loaded = await lookAtChangeRequest(stores, input)
    const mentionable = await mentionableIn(stores)
    const comments = loaded.threads
      .flatMap((thread) =>
        thread.comments.map((comment) => commentView(ctx.actor, { ...loaded, mentionable }, thread, comment)),
      )
      .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
    return slicePage(comments, ({ id }) => id, input)
  })

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
