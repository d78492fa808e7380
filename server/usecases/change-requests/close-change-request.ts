import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { leaveQueue } from '../publish-queue/leave-queue'
import { wakeNext } from '../publish-queue/wake-next'
import { followRequest } from '../violations/follow-request'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockPlan, lockRequestOf, type RequestName } from './load-change-request'
import { requireTransition } from './require-transition'

/** Gives a request up, for now: it can be reopened. A publish of it that waits is called off. */
export const closeChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const plan = await lockPlan(stores, name.plan)
    const loaded = await lockRequestOf(stores, plan, name.number)
    authorizeRequest(ctx.actor, 'close', loaded.request)
    await followRequest(ctx, stores, loaded.request, { kind: 'closed' })
    await keepRequest(ctx, stores, loaded, {
      set: {
        status: requireTransition(loaded.request.status, 'close'),
        ...(await leaveQueue(ctx, stores, loaded)),
      },
      action: 'change-request-closed',
    })
    await wakeNext(ctx, stores, plan)
    return readView(ctx, stores, name)
  })
