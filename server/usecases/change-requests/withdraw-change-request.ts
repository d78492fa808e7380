import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireTransition } from './require-transition'

/** Takes a request back from review to draft. Approvals stand for the edits that stay as they are. */
export const withdrawChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    authorizeRequest(ctx.actor, 'withdraw', loaded.request)
    await keepRequest(ctx, stores, loaded, {
      set: { status: requireTransition(loaded.request.status, 'withdraw') },
      action: 'change-request-withdrawn',
    })
    return readView(ctx, stores, name)
  })
