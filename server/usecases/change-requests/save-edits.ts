import type { ChangeRequestView, SaveEdits } from '@/contracts/change-request'
import { ruleKey } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { authorEdits } from './author-edits'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { readEdits } from './read-edits'
import { requireFresh } from './require-fresh'
import { requireOpen } from './require-transition'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'

/**
 * Replaces the whole set of edits. Approvals of rules that stay as they were stand; a request that lost one goes
 * back to review.
 */
export const saveEdits = (ctx: Context, input: RequestName & SaveEdits): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { plan, request } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    await requireFresh(ctx, stores, loaded, input.fingerprint)

    const base = await stores.rules.ofVersion(plan.id, request.baseVersion)
    const edits = authorEdits(ctx.actor, readEdits(base, input.edits), loaded.edits)
    await stores.changeRequests.replaceEdits(request.id, edits)
    await askForMissingChecks(ctx, stores, request, edits)
    const standing = await standingNow(ctx, stores, { ...loaded, edits })
    await keepRequest(ctx, stores, loaded, {
      set: { status: settleStatus(request.status, standing) },
      action: 'change-request-edits-saved',
      details: { edits: edits.length, rules: edits.map((edit) => ruleKey(edit)) },
    })
    return readView(ctx, stores, input)
  })
