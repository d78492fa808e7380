import type { ChangeTarget, TargetLine } from '@/contracts/target'
import { followersOf } from '@/domain/promotion/stages'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { Target } from '@/server/ports/target-store'
import { authorize } from '../authorize'
import { lockPlan } from '../change-requests/load-change-request'
import { planSubject } from '../workspaces/subjects'
import { requireInLine, type TargetName } from './find-target'
import { moveTarget } from './move-target'
import { requireFreeStage } from './require-free-stage'
import { stagesOf } from './stages-of'
import { targetLine } from './target-line'

/**
 * Gives a stage another name, the first one too, another plan to follow, with what follows it, or another place among
 * those that follow the same plan.
 *
 * @throws Failed `wrong-state` where it would come to follow itself, or follows nothing yet; `invalid-input` for a name
 * that another stage of the line has
 */
export const changeTarget = (ctx: Context, input: TargetName & ChangeTarget): Promise<TargetLine> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-targets')
    const plan = await lockPlan(stores, input.id)
    await requireInLine(stores, input.plan, plan)
    if (input.follows !== undefined)
      await moveTarget(ctx, stores, plan, { follows: input.follows, stage: input.stage })
    const targets = await stores.targets.lockAll()
    const known = targets.find(({ planId }) => planId === plan.id)
    const target = known ?? firstStage(plan.id)
    const stage = input.stage ?? target.stage
    const position = input.position ?? target.position
    if (stage === target.stage && position === target.position) return targetLine(ctx, stores, plan)
    if (stage !== target.stage) requireFreeStage(targets, plan.id, stage, plan.id)
    if (stage !== '') await stores.targets.save({ ...target, stage })
    if (input.position !== undefined) await place(stores, targets, { ...target, stage }, input.position)
    await stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'target-changed',
      subject: planSubject(plan.id),
      details: {
        before: { stage: known?.stage ?? null, position: target.position },
        after: { stage, position },
      },
    })
    return targetLine(ctx, stores, plan)
  })

/** It has no row before it is named. */
const firstStage = (planId: string): Target => ({
  planId,
  follows: null,
  stage: '',
  position: 0,
  promoted: null,
})

const place = async (
  stores: Stores,
  targets: readonly Target[],
  placed: Target,
  position: number,
): Promise<void> => {
  if (placed.follows === null) return
  const order = followersOf(stagesOf(targets), placed.follows).filter((plan) => plan !== placed.planId)
  order.splice(position, 0, placed.planId)
  const byPlan = new Map([...targets, placed].map((target) => [target.planId, target]))
  for (const [at, plan] of order.entries()) {
    const target = byPlan.get(plan)
    if (target) await stores.targets.save({ ...target, position: at })
  }
}
