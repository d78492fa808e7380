import type { PlanView } from '@/contracts/plan'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan } from './find-plan'
import { planViews } from './plan-views'

export const readPlan = (ctx: Context, { plan }: { readonly plan: string }): Promise<PlanView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const [view] = await planViews(ctx, stores, [await findPlan(stores, plan)])
    return view ?? fail({ code: 'not-found', what: 'plan' })
  })
