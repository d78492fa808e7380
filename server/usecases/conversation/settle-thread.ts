import type { ThreadView } from '@/contracts/comment'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { keepRequest } from '../change-requests/keep-request'
import { lockChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { threadIn } from './find-in-request'
import { mentionableIn } from './open-mentions'
import { requireTalkable } from './require-talkable'
import { threadView } from './thread-view'

type ThreadName = RequestName & { readonly id: string }

/** Nothing is left to say in a thread. Resolving it twice is resolving it once. */
export const resolveThread = (ctx: Context, name: ThreadName): Promise<ThreadView> => settle(ctx, name, true)

/** Something is left to say after all. */
export const reopenThread = (ctx: Context, name: ThreadName): Promise<ThreadView> => settle(ctx, name, false)

const settle = (ctx: Context, name: ThreadName, isResolved: boolean): Promise<ThreadView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    authorize(ctx.actor, 'comment')
    requireTalkable(loaded.request.status)
    const at = { ...loaded, mentionable: await mentionableIn(stores) }
    const thread = threadIn(loaded, name.id)
    if ((thread.resolved !== null) === isResolved) return threadView(ctx.actor, at, thread)
    const resolved = isResolved ? { by: personOf(ctx.actor), byName: ctx.actor.name, at: ctx.now() } : null
    await stores.comments.settle(thread.id, resolved)
    await keepRequest(ctx, stores, loaded, {
      set: {},
      action: isResolved ? 'thread-resolved' : 'thread-reopened',
      details: { thread: thread.id },
    })
    return threadView(ctx.actor, at, { ...thread, resolved })
  })
