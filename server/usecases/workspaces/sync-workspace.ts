import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { SegmentProblem } from '@/server/ports/segment-gateway'
import type { Source } from '@/server/ports/source-store'
import type { Workspace } from '@/server/ports/workspace-store'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentProblemWords } from '../segment-problem'
import { keepPlans } from './keep-plans'
import { readSources } from './read-sources'
import { notListedCode } from './schedule-syncs'
import { segmentOf } from './segment-of'
import { planSubject, workspaceSubject } from './subjects'
import { pullMetricsKey, syncPlanKey } from './sync-keys'

/**
 * The job that brings a workspace in: its LIVE plans (each then read by a job of its own), its sources with their
 * schema settings, and which source follows which plan.
 */
export const syncWorkspace = async (
  ctx: Context,
  { workspaceId }: { readonly workspaceId: string },
): Promise<JobRunEnd> => {
  const workspace = await ctx.transaction(({ workspaces }) => workspaces.find(workspaceId))
  if (!workspace) return { done: { removed: true } }
  const segment = segmentOf(ctx, workspace)

  const plans = await segment.livePlans()
  if (!plans.ok) return keepProblem(ctx, workspace, plans.problem)
  const ids = await ctx.transaction(async (stores) => {
    if (!(await stores.workspaces.find(workspaceId))) return null
    const kept = await keepPlans(ctx, stores, workspaceId, plans.value)
    for (const planId of kept.values())
      await stores.jobs.add({
        kind: 'sync-plan',
        payload: { planId },
        subject: planSubject(planId),
        singleKey: syncPlanKey(planId),
        requestedBy: null,
      })
    for (const plan of await stores.plans.list(workspaceId))
      if (!kept.has(plan.segmentId)) await stores.plans.setProblem(plan.id, notListed(ctx.now()))
    return kept
  })

  if (!ids) return { done: { removed: true } }
  const sources = await readSources(segment, ids)
  if (!sources.ok) return keepProblem(ctx, workspace, sources.problem)
  const seenAt = ctx.now()
  const rows = sources.value.map((source): Source => ({ ...source, workspaceId, seenAt }))
  await ctx.transaction(async (stores) => {
    if (!(await stores.workspaces.find(workspaceId))) return
    await stores.sources.replace(workspaceId, rows)
    await stores.workspaces.setProblem(workspaceId, null)
    await stores.jobs.add({
      kind: 'pull-metrics',
      payload: { workspaceId },
      subject: workspaceSubject(workspaceId),
      singleKey: pullMetricsKey(workspaceId),
      requestedBy: null,
    })
  })
  return { done: { plans: plans.value.length, sources: rows.length } }
}

const notListed = (at: string) => ({
  code: notListedCode,
  message: 'Segment does not list this plan any more. What was known of it stays here.',
  at,
})

const keepProblem = async (
  ctx: Context,
  workspace: Workspace,
  problem: SegmentProblem,
): Promise<JobRunEnd> => {
  const words = segmentProblemWords(problem, workspace)
  await ctx.transaction(async ({ workspaces }) => {
    if (await workspaces.find(workspace.id))
      await workspaces.setProblem(workspace.id, { ...words, at: ctx.now() })
  })
  return endOfProblem(problem, workspace)
}
