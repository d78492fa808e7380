import type { Rule } from '@/domain/plan/rule'
import { rulesHash } from '@/domain/plan/rules-hash'
import { understood } from '@/domain/publish/rewriting'
import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'
import type { Plan } from '@/server/ports/plan-store'
import type { SegmentProblem } from '@/server/ports/segment-gateway'
import type { Stores } from '@/server/ports/stores'
import type { Workspace } from '@/server/ports/workspace-store'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentProblemWords } from '../segment-problem'
import { noteHeldAround } from '../targets/note-held'
import { segmentOf } from '../workspaces/segment-of'
import { planSubject } from '../workspaces/subjects'

/**
 * The job that reads one plan from Segment. The first whole read becomes version 1. Later ones are only recorded as
 * seen: what differs from the live version shows as drift. A read that fails leaves everything as it was but for
 * the plan's problem.
 */
export const syncPlan = async (
  ctx: Context,
  { planId, progress }: { readonly planId: string; readonly progress: JobRun<'sync-plan'>['progress'] },
): Promise<JobRunEnd> => {
  const known = await ctx.transaction(async ({ plans, workspaces }) => {
    const plan = await plans.find(planId)
    const workspace = plan && (await workspaces.find(plan.workspaceId))
    return plan && workspace ? { plan, workspace } : null
  })
  if (!known) return { done: { removed: true } }
  const { plan, workspace } = known

  const read = await segmentOf(ctx, workspace).readRules(plan.segmentId, (done, total) =>
    progress({ done, total, unit: 'rules' }),
  )
  if (!read.ok) return keepProblem(ctx, plan, workspace, read.problem)
  return ctx.transaction((stores) => keepRead(ctx, stores, plan, read.value))
}

const keepRead = async (
  ctx: Context,
  stores: Stores,
  before: Plan,
  read: readonly Rule[],
): Promise<JobRunEnd> => {
  const plan = await stores.plans.lock(before.id)
  if (!plan) return { done: { removed: true } }
  // A publish has looked since this read began, so this read may be older than what it wrote.
  if (plan.lastSeenAt !== before.lastSeenAt) return { done: { rules: read.length, superseded: true } }

  const at = ctx.now()
  const rules = understood(read, await stores.drift.rewritings(plan.id))
  const seenHash = rulesHash(rules)
  const isFirst = plan.headVersion === null
  if (isFirst) {
    const steps = rules.map((rule) => ({ kind: 'add', rule }) as const)
    const note = 'First import'
    await stores.rules.writeVersion(plan.id, {
      version: 1,
      at,
      by: 'Segment',
      note,
      changeRequest: null,
      steps,
    })
    await stores.plans.setLive(plan.id, 1)
    await noteHeldAround(ctx, stores, plan.id)
  }
  await stores.plans.recordSeen(plan.id, { at, seenHash, rules })
  if (plan.problem) await stores.plans.setProblem(plan.id, null)
  const isChanged = plan.seenHash !== seenHash
  if (isChanged)
    await stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at,
      action: isFirst ? 'plan-imported' : 'plan-change-seen',
      subject: planSubject(plan.id),
      details: { rules: rules.length, seenHash },
    })
  return { done: { rules: rules.length, changed: isChanged } }
}

const keepProblem = async (
  ctx: Context,
  plan: Plan,
  workspace: Workspace,
  problem: SegmentProblem,
): Promise<JobRunEnd> => {
  const words = segmentProblemWords(problem, workspace)
  await ctx.transaction(async ({ plans }) => {
    if (await plans.lock(plan.id)) await plans.setProblem(plan.id, { ...words, at: ctx.now() })
  })
  return endOfProblem(problem, workspace)
}
