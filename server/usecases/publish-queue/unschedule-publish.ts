import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { readView } from '../change-requests/change-request-view'
import { keepRequest } from '../change-requests/keep-request'
import { lockPlan, lockRequestOf, type RequestName } from '../change-requests/load-change-request'
import { fail } from '../fail'
import { leaveQueue } from './leave-queue'
import { wakeNext } from './wake-next'

/** Calls a publish off that waits for its hour or its turn. `wrong-state` where none does, or it has begun. */
export const unschedulePublish = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'publish')
    const plan = await lockPlan(stores, name.plan)
    const loaded = await lockRequestOf(stores, plan, name.number)
    const { waiting, status } = loaded.request
    if (waiting === null)
      fail({ code: 'wrong-state', detail: 'No publish of this request waits to begin.', status })
    await keepRequest(ctx, stores, loaded, {
      set: await leaveQueue(ctx, stores, loaded),
      action: 'publish-unscheduled',
      details: { at: waiting?.at ?? null },
    })
    await wakeNext(ctx, stores, plan)
    return readView(ctx, stores, name)
  })
