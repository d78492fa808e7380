import type { DriftView } from '@/contracts/drift'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { planDrift } from '../publishing/plan-drift'
import { driftView } from './drift-view'
import { provedDrift } from './proved-drift'

/** Where Segment, as it was last seen, holds something else than we published there. */
export const readDrift = async (ctx: Context, input: { readonly plan: string }): Promise<DriftView> => {
  const { view, drifted } = await ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-drift')
    const plan = await findPlan(stores, input.plan)
    const drifted = await planDrift(ctx, stores, plan)
    return { view: await driftView(stores, plan, drifted), drifted }
  })
  return provedDrift(ctx.judge, view, drifted)
}
