import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { followRequest } from '../violations/follow-request'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireTransition } from './require-transition'

/** Makes a closed request a draft again, with its edits and what was said about them. */
export const reopenChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    authorizeRequest(ctx.actor, 'close', loaded.request)
    await askForMissingChecks(ctx, stores, loaded.request, loaded.edits)
    await followRequest(ctx, stores, loaded.request, { kind: 'reopened' })
    await keepRequest(ctx, stores, loaded, {
      set: { status: requireTransition(loaded.request.status, 'reopen') },
      action: 'change-request-reopened',
    })
    return readView(ctx, stores, name)
  })
