import type { Context } from '@/server/ports/context'
import { keepPlans } from '../workspaces/keep-plans'
import { segmentOf } from '../workspaces/segment-of'

/**
 * Looks for a plan that Segment may have and we do not know yet, by its `tp_…` id, in every connected workspace, and
 * makes it known. Without effect when no workspace lists it; what cannot be asked now is asked again by the schedule.
 */
export const discoverPlan = async (ctx: Context, segmentId: string): Promise<void> => {
  const { known, all } = await ctx.transaction(async ({ plans, workspaces }) => ({
    known: await plans.find(segmentId),
    all: await workspaces.list(),
  }))
  if (known !== null || !segmentId.startsWith('tp_')) return
  for (const workspace of all) {
    const listed = await segmentOf(ctx, workspace).livePlans()
    const found = listed.ok ? listed.value.filter(({ id }) => id === segmentId) : []
    if (found.length > 0) await ctx.transaction((stores) => keepPlans(ctx, stores, workspace.id, found))
  }
}
