import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { keepRequest } from './keep-request'
import { type LoadedRequest, lockRequestOf } from './load-change-request'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'

/**
 * Moves a request to where its approvals put it, after something else than itself changed: what is asked of it, or what
 * is known of its edits. `why` ends the sentence that its timeline shows.
 */
export const resettle = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
  why: string,
): Promise<void> => {
  const { request } = loaded
  const status = settleStatus(request.status, await standingNow(ctx, stores, loaded))
  if (status === request.status) return
  await keepRequest(ctx, stores, loaded, {
    set: { status },
    action: 'change-request-settled',
    details: { status, why },
  })
}

/**
 * Every open request of a plan, drafts too, locked: a review or a submission that is on its way goes by what was
 * before, and is settled anew after. The audit chain is locked last, so all of them are locked before the first entry.
 */
export const lockOpenRequests = async (stores: Stores, plan: Plan): Promise<readonly LoadedRequest[]> => {
  const open: LoadedRequest[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await stores.changeRequests.page({
      planId: plan.id,
      statuses: ['draft', 'in-review', 'changes-requested', 'approved'],
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { number } of page.requests) open.push(await lockRequestOf(stores, plan, number))
    cursor = page.nextCursor
  }
  return open
}
