import type { ChangeRequestView } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import type { Context } from '@/server/ports/context'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { fail } from '../fail'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { conflictViews } from './find-conflicts'
import { headFor, isBehind } from './head-of-plan'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireOpen } from './require-transition'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'
import { withOrigin } from './with-origin'

/**
 * Brings a request to the newest version of the plan. Edits of rules that nobody else touched go along with their
 * approvals; where the plan changed the same rule elsewhere, both changes go together and ask for approval again; what
 * the plan holds already falls away. What collides is `conflicted`, and everything stays as it is.
 */
export const updateChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    const { plan, request, edits } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    const head = plan.headVersion ?? request.baseVersion
    if (!isBehind(plan, request)) return readView(ctx, stores, name)

    const newest = await headFor(stores, plan, request)
    const { edits: carried, merged, conflicts } = bringUpToDate(edits, newest)
    if (conflicts.length > 0)
      fail({
        code: 'conflicted',
        detail: 'The plan has changed where this request does.',
        conflicts: conflictViews(conflicts, newest),
      })
    const brought = carried.map((edit) => withOrigin(edit, merged))
    await stores.changeRequests.replaceEdits(request.id, brought)
    if (request.promotion?.unsettled) await stores.changeRequests.settlePromotion(request.id)
    await askForMissingChecks(ctx, stores, { ...request, baseVersion: head }, brought)
    const standing = await standingNow(ctx, stores, { ...loaded, edits: brought })
    await keepRequest(ctx, stores, loaded, {
      set: { baseVersion: head, status: settleStatus(request.status, standing) },
      action: 'change-request-updated',
      details: { base: head, edits: brought.length },
    })
    return readView(ctx, stores, name)
  })
