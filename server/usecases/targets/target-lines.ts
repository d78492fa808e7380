import type { TargetView } from '@/contracts/target'
import { firstStages, lineOf, type PlacedStage } from '@/domain/promotion/stages'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import type { Target } from '@/server/ports/target-store'
import { stagesOf } from './stages-of'

/** Every line of two stages or more, each from its first stage on, in the order of the names of the first ones. */
export const targetLines = async (ctx: Context, stores: Stores): Promise<TargetView[][]> => {
  const around = await stagesAround(ctx, stores)
  const firsts = firstStages(stagesOf(around.targets)).flatMap((id) => around.plans.get(id) ?? [])
  const lines: TargetView[][] = []
  for (const { id } of firsts.toSorted((a, b) => a.name.localeCompare(b.name, 'en')))
    lines.push(await stagesOfLine(stores, around, id))
  return lines
}

/** What the views of stages are made from. */
export type StagesAround = {
  readonly targets: readonly Target[]
  readonly plans: ReadonlyMap<string, Plan>
  /** By id. */
  readonly workspaceNames: ReadonlyMap<string, string>
  readonly drifts: Readonly<Record<string, { readonly open: number } | undefined>>
}

export const stagesAround = async (ctx: Context, stores: Stores): Promise<StagesAround> => ({
  targets: await stores.targets.list(),
  plans: new Map((await stores.plans.list()).map((plan) => [plan.id, plan])),
  workspaceNames: new Map((await stores.workspaces.list()).map(({ id, name }) => [id, name])),
  drifts: await stores.plans.driftCounts(ctx.now()),
})

/** The line that a plan stands in; a plan that follows none and that none follows is a line of its own. */
export const stagesOfLine = async (
  stores: Stores,
  around: StagesAround,
  planId: string,
): Promise<TargetView[]> => {
  const views: TargetView[] = []
  for (const placed of lineOf(stagesOf(around.targets), planId)) {
    const plan = around.plans.get(placed.plan)
    if (plan !== undefined) views.push(await stageView(stores, around, plan, placed))
  }
  return views
}

const stageView = async (
  stores: Stores,
  { targets, plans, workspaceNames, drifts }: StagesAround,
  plan: Plan,
  { depth }: PlacedStage,
): Promise<TargetView> => {
  const target = targets.find(({ planId }) => planId === plan.id)
  const { stage = null, follows = null, promoted = null } = target ?? {}
  const upstream = follows === null ? undefined : plans.get(follows)
  const drifted = drifts[plan.id]?.open ?? 0
  return {
    plan: { id: plan.id, name: plan.name, segmentId: plan.segmentId },
    workspace: { id: plan.workspaceId, name: workspaceNames.get(plan.workspaceId) ?? '' },
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
        : await stores.changeRequests.openPromotion(plan.id, { upstreamPlanId: follows }),
  }
}
