import { followersOf, lineOf } from '@/domain/promotion/stages'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { planSubject } from '../workspaces/subjects'
import { noteHeld } from './note-held'
import { requireFreeStage } from './require-free-stage'
import { requireNoCircle } from './require-no-circle'
import { stagesOf } from './stages-of'

type Move = { readonly follows: string; readonly stage: string | undefined }

/**
 * Lets a stage follow another plan, as the last of those that follow it; what follows the stage goes along. Which
 * version of the former one was promoted is forgotten, and open promotions stay as the change requests that they are.
 * The plan is locked.
 */
export const moveTarget = async (ctx: Context, stores: Stores, plan: Plan, move: Move): Promise<void> => {
  const upstream = await findPlan(stores, move.follows)
  const targets = await stores.targets.lockAll()
  const target = targets.find(({ planId }) => planId === plan.id)
  if (target === undefined || target.follows === null)
    return fail({
      code: 'wrong-state',
      detail: `${plan.name} follows no plan yet. Add it as a stage of ${upstream.name}.`,
      status: 'first',
    })
  if (target.follows === upstream.id) return
  requireNoCircle(targets, upstream, plan)
  const stage = move.stage ?? target.stage
  const below = new Set(lineOf(withoutLink(targets, plan), plan.id).map((placed) => placed.plan))
  const others = targets.filter(({ planId }) => !below.has(planId))
  requireFreeStage(others, upstream.id, stage)
  for (const { planId, stage: name } of targets)
    if (below.has(planId) && planId !== plan.id) requireFreeStage(others, upstream.id, name)
  const former = await stores.plans.find(target.follows)
  const position = followersOf(stagesOf(targets), upstream.id).length
  await stores.targets.save({ ...target, stage, follows: upstream.id, position, promoted: null })
  await stores.audit.append({
    chain: plan.workspaceId,
    actor: ctx.actor,
    at: ctx.now(),
    action: 'target-moved',
    subject: planSubject(plan.id),
    details: {
      before: {
        stage: target.stage,
        follows: target.follows,
        name: former?.name ?? null,
        promoted: target.promoted?.version ?? null,
      },
      after: { stage, follows: upstream.id, name: upstream.name },
    },
  })
  await noteHeld(ctx, stores, plan.id)
}

/** The stages as if the plan were the first of a line. */
const withoutLink = (targets: Parameters<typeof stagesOf>[0], plan: Plan) =>
  stagesOf(targets).map((stage) => (stage.plan === plan.id ? { ...stage, follows: null } : stage))
