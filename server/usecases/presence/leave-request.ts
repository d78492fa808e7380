import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import type { RequestName } from '../change-requests/load-change-request'
import { presentTab } from './present-tab'

/** A tab was closed; `id` names it. What was not told is believed for some seconds more. */
export const leaveRequest = (ctx: Context, input: RequestName & { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    await stores.presence.leave(await presentTab(stores, personOf(ctx.actor), input, input.id))
    return null
  })
