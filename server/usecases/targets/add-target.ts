import type { AddTarget, NewTarget, TargetLine } from '@/contracts/target'
import { followersOf } from '@/domain/promotion/stages'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { SegmentPlan } from '@/server/ports/segment-gateway'
import type { Stores } from '@/server/ports/stores'
import type { Target } from '@/server/ports/target-store'
import type { Workspace } from '@/server/ports/workspace-store'
import { authorize } from '../authorize'
import { lockPlan } from '../change-requests/load-change-request'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { segmentFailure } from '../segment-problem'
import { keepPlans } from '../workspaces/keep-plans'
import { segmentOf } from '../workspaces/segment-of'
import { planSubject } from '../workspaces/subjects'
import { syncPlanKey } from '../workspaces/sync-keys'
import { noteHeld } from './note-held'
import { requireFreeStage } from './require-free-stage'
import { requireNoCircle } from './require-no-circle'
import { stagesOf } from './stages-of'
import { targetLine } from './target-line'

/**
 * Lets a plan follow another one as its next stage. A plan follows one other at most, and never itself by a detour.
 * A new plan is made in Segment first; where that is refused nothing is kept here, and a name that a plan of that
 * workspace has already is `invalid-input`, so that nothing is made twice.
 */
export const addTarget = async (
  ctx: Context,
  input: { readonly plan: string } & AddTarget,
): Promise<TargetLine> => {
  authorize(ctx.actor, 'manage-targets')
  const made = 'workspace' in input ? await makePlan(ctx, input) : null
  return ctx.transaction(async (stores) => {
    const follower =
      made === null ? await lockPlan(stores, targetOf(input)) : await keepMade(ctx, stores, made)
    const upstream = await findPlan(stores, input.plan)
    const targets = await stores.targets.lockAll()
    await requireFree(stores, targets, upstream, follower)
    requireFreeStage(targets, upstream.id, input.stage)
    const stages = stagesOf(targets)
    const position = followersOf(stages, upstream.id).length
    await stores.targets.save({
      planId: follower.id,
      follows: upstream.id,
      stage: input.stage,
      position,
      promoted: null,
    })
    await stores.audit.append({
      chain: follower.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'target-added',
      subject: planSubject(follower.id),
      details: {
        stage: input.stage,
        follows: upstream.id,
        name: upstream.name,
        ...(made === null ? {} : { made: made.plan.id }),
      },
    })
    await noteHeld(ctx, stores, follower.id)
    return targetLine(ctx, stores, upstream)
  })
}

const targetOf = (input: AddTarget): string => ('target' in input ? input.target : '')

const requireFree = async (
  stores: Stores,
  targets: readonly Target[],
  upstream: Plan,
  follower: Plan,
): Promise<void> => {
  const known = targets.find(({ planId }) => planId === follower.id)
  if (known?.follows) {
    const other = await stores.plans.find(known.follows)
    fail({
      code: 'wrong-state',
      detail: `${follower.name} follows ${other?.name ?? 'another plan'} already. Remove it there first.`,
      status: 'follows',
    })
  }
  requireNoCircle(targets, upstream, follower)
}

type Made = { readonly workspace: Workspace; readonly plan: SegmentPlan }

const makePlan = async (ctx: Context, input: { readonly plan: string } & NewTarget): Promise<Made> => {
  const workspace = await ctx.transaction(async (stores) => {
    const upstream = await findPlan(stores, input.plan)
    requireFreeStage(await stores.targets.list(), upstream.id, input.stage)
    return (await stores.workspaces.find(input.workspace)) ?? fail({ code: 'not-found', what: 'workspace' })
  })
  if ('demo' in ctx.actor && ctx.actor.demo && !workspace.demo)
    fail({ code: 'not-allowed', detail: 'Demo people change nothing outside of the demo workspace.' })
  const segment = segmentOf(ctx, workspace)
  const known = await segment.livePlans()
  if (!known.ok) return fail(segmentFailure(known.problem, workspace))
  if (known.value.some(({ name }) => name.toLowerCase() === input.name.toLowerCase()))
    return fail({
      code: 'invalid-input',
      fields: [
        {
          path: 'name',
          message: `${workspace.name} has a plan of this name. Add that one, or choose another.`,
        },
      ],
    })
  const made = await segment.createPlan({ name: input.name, description: null })
  return made.ok ? { workspace, plan: made.value } : fail(segmentFailure(made.problem, workspace))
}

/** Known from now on, and read by a job like any other; the first read makes its version 1. */
const keepMade = async (ctx: Context, stores: Stores, { workspace, plan }: Made): Promise<Plan> => {
  const ids = await keepPlans(ctx, stores, workspace.id, [plan])
  const planId = ids.get(plan.id) ?? fail({ code: 'not-found', what: 'plan' })
  await stores.jobs.add({
    kind: 'sync-plan',
    payload: { planId },
    subject: planSubject(planId),
    singleKey: syncPlanKey(planId),
    requestedBy: ctx.actor.personId,
  })
  return lockPlan(stores, planId)
}
