import type { ConflictView } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { conflictViews } from './find-conflicts'
import { headFor } from './head-of-plan'
import { keepRequest } from './keep-request'
import type { LoadedRequest } from './load-change-request'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'
import { withOrigin } from './with-origin'

/**
 * Brings a locked request to the newest version of the plan, asks for its checks and settles its status. Where a person
 * is needed everything stays as it is, and the conflicts are given.
 */
export const carryToHead = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
): Promise<readonly ConflictView[]> => {
  const { plan, request, edits } = loaded
  const newest = await headFor(stores, plan, request)
  const { edits: carried, merged, conflicts } = bringUpToDate(edits, newest)
  if (conflicts.length > 0) return conflictViews(conflicts, newest)
  const brought = carried.map((edit) => withOrigin(edit, merged))
  await stores.changeRequests.replaceEdits(request.id, brought)
  if (request.promotion?.unsettled) await stores.changeRequests.settlePromotion(request.id)
  await askForMissingChecks(ctx, stores, { ...request, baseVersion: newest.version }, brought)
  const standing = await standingNow(ctx, stores, { ...loaded, edits: brought })
  await keepRequest(ctx, stores, loaded, {
    set: { baseVersion: newest.version, status: settleStatus(request.status, standing) },
    action: 'change-request-updated',
    details: { base: newest.version, edits: brought.length },
  })
  return []
}
