import type { PlanView } from '@/contracts/plan'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { planSubject } from '../workspaces/subjects'

/** What people see of plans, in the order given. */
export const planViews = async (
  ctx: Context,
  stores: Stores,
  plans: readonly Plan[],
): Promise<PlanView[]> => {
  const workspaces = new Map((await stores.workspaces.list()).map((workspace) => [workspace.id, workspace]))
  const drifts = await stores.plans.driftCounts(ctx.now())
  const syncs = await runningSyncs(stores)
  const sources = await stores.sources.all()
  const views: PlanView[] = []
  for (const plan of plans) {
    const workspace = workspaces.get(plan.workspaceId)
    const drifted = drifts[plan.id]?.open ?? 0
    views.push({
      id: plan.id,
      name: plan.name,
      description: plan.description,
      segmentId: plan.segmentId,
      workspace: { id: plan.workspaceId, name: workspace?.name ?? '', demo: workspace?.demo ?? false },
      headVersion: plan.headVersion,
      liveVersion: plan.liveVersion,
      drift: drifted > 0 && plan.lastSeenAt ? { rules: drifted, seenAt: plan.lastSeenAt } : null,
      lastSeenAt: plan.lastSeenAt,
      problem: plan.problem,
      syncJobId: syncs.get(planSubject(plan.id)) ?? null,
      rules: plan.headVersion === null ? 0 : await stores.rules.countAt(plan.id, plan.headVersion),
      sources: sources.filter(({ planId }) => planId === plan.id).map(({ id, name }) => ({ id, name })),
    })
  }
  return views
}

const mostJobs = 200

const runningSyncs = async ({ jobs }: Stores): Promise<ReadonlyMap<string | null, string>> => {
  const unfinished = [
    ...(await jobs.list({ status: 'queued', limit: mostJobs })).jobs,
    ...(await jobs.list({ status: 'running', limit: mostJobs })).jobs,
  ]
  return new Map(
    unfinished.filter(({ kind }) => kind === 'sync-plan').map(({ subject, id }) => [subject, id]),
  )
}
