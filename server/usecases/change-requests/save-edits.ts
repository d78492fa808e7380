import type { ChangeRequestView, SaveEdits } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorEdits } from './author-edits'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { readEdits } from './read-edits'
import { requireFresh } from './require-fresh'
import { requireOpen } from './require-transition'
import { rulesBegunOn } from './rules-begun-on'
import { storeEdits } from './store-edits'

/**
 * Replaces the whole set of edits. Approvals of rules that stay as they were stand; a request that lost one goes
 * back to review.
 */
export const saveEdits = (ctx: Context, input: RequestName & SaveEdits): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { request } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    await requireFresh(ctx, stores, loaded, input.fingerprint)

    const base = await rulesBegunOn(stores, loaded)
    const edits = authorEdits(ctx.actor, readEdits(base, input.edits), loaded.edits)
    await storeEdits(ctx, stores, loaded, edits, { action: 'change-request-edits-saved' })
    return readView(ctx, stores, input)
  })
