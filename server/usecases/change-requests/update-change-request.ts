import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { fail } from '../fail'
import { authorizeRequest } from './authorize-request'
import { carryToHead } from './carry-to-head'
import { readView } from './change-request-view'
import { isBehind } from './head-of-plan'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireOpen } from './require-transition'

/**
 * Brings a request to the newest version of the plan. Edits of rules that nobody else touched go along with their
 * approvals; where the plan changed the same rule elsewhere, both changes go together and ask for approval again; what
 * the plan holds already falls away. What collides is `conflicted`, and everything stays as it is.
 */
export const updateChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    const { plan, request } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    if (!isBehind(plan, request)) return readView(ctx, stores, name)
    const conflicts = await carryToHead(ctx, stores, loaded)
    if (conflicts.length > 0)
      fail({ code: 'conflicted', detail: 'The plan has changed where this request does.', conflicts })
    return readView(ctx, stores, name)
  })
