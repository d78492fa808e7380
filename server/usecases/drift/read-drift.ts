import type { DriftView } from '@/contracts/drift'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { driftView } from './drift-view'

/** Where Segment, as it was last seen, holds something else than we published there. */
export const readDrift = (ctx: Context, input: { readonly plan: string }): Promise<DriftView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-drift')
    return driftView(stores, await findPlan(stores, input.plan))
  })
