import type { TargetLine, TargetView } from '@/contracts/target'
import { lineOf } from '@/domain/promotion/stages'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { stagesOf } from './stages-of'

/** The line of stages that a plan stands in; a plan that follows none and that none follows is a line of its own. */
export const targetLine = async (ctx: Context, stores: Stores, { id }: Plan): Promise<TargetLine> => {
  const targets = await stores.targets.list()
  const byPlan = new Map(targets.map((target) => [target.planId, target]))
  const plans = new Map((await stores.plans.list()).map((plan) => [plan.id, plan]))
  const workspaces = new Map((await stores.workspaces.list()).map(({ id: key, name }) => [key, name]))
  const drifts = await stores.plans.driftCounts(ctx.now())
  const data: TargetView[] = []
  for (const { plan: planId, depth } of lineOf(stagesOf(targets), id)) {
    const plan = plans.get(planId)
    if (plan === undefined) continue
    const { stage = null, follows = null, promoted = null } = byPlan.get(planId) ?? {}
    const upstream = follows === null ? undefined : plans.get(follows)
    const drifted = drifts[planId]?.open ?? 0
    data.push({
      plan: { id: plan.id, name: plan.name, segmentId: plan.segmentId },
      workspace: { id: plan.workspaceId, name: workspaces.get(plan.workspaceId) ?? '' },
      stage,
      follows,
      depth,
      headVersion: plan.headVersion,
      liveVersion: plan.liveVersion,
      drift: drifted > 0 && plan.lastSeenAt ? { rules: drifted, seenAt: plan.lastSeenAt } : null,
      promoted,
      behind: upstream?.liveVersion ? Math.max(0, upstream.liveVersion - (promoted?.version ?? 0)) : null,
      waiting:
        follows === null
          ? null
          : await stores.changeRequests.openPromotion(planId, { upstreamPlanId: follows }),
    })
  }
  return {
    data,
    nextCursor: null,
    can: { manage: isAllowed(ctx.actor, 'manage-targets'), promote: isAllowed(ctx.actor, 'propose') },
  }
}
