import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireTransition } from './require-transition'

/** Gives a request up, for now: it can be reopened. */
export const closeChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    authorizeRequest(ctx.actor, 'close', loaded.request)
    await keepRequest(ctx, stores, loaded, {
      set: { status: requireTransition(loaded.request.status, 'close') },
      action: 'change-request-closed',
    })
    return readView(ctx, stores, name)
  })
