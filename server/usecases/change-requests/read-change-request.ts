import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { readView } from './change-request-view'
import type { RequestName } from './load-change-request'

export const readChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    return readView(ctx, stores, name)
  })
