import type { BoardRow } from '@/contracts/board'
import type { Listing, ListQuery } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'

/** Violations that were linked to a change request that is to end them, whatever became of them since. */
export const listFixedViolations = (
  ctx: Context,
  { plan, number, limit, cursor }: { readonly plan: string; readonly number: number } & ListQuery,
): Promise<Listing<BoardRow>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    authorize(ctx.actor, 'read-change-requests')
    const { id: planId } = await findPlan(stores, plan)
    const request =
      (await stores.changeRequests.find(planId, number)) ??
      fail({ code: 'not-found', what: 'change request' })
    const { rows, nextCursor } = await stores.board.page(
      { filter: { planId, fixedBy: request.id }, sort: 'count', bundled: false, limit, cursor },
      ctx.now(),
    )
    return { data: rows, nextCursor }
  })
