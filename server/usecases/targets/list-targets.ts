import type { TargetLine } from '@/contracts/target'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { targetLine } from './target-line'

/** The line of stages that a plan stands in, from the first one on. */
export const listTargets = (ctx: Context, input: { readonly plan: string }): Promise<TargetLine> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    return targetLine(ctx, stores, await findPlan(stores, input.plan))
  })
