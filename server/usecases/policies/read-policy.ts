import type { PolicyView } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { policyView } from './policy-view'

/** What a plan asks for before a request may be published. */
export const readPolicy = (ctx: Context, input: { readonly plan: string }): Promise<PolicyView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-policy')
    return policyView(ctx, stores, await findPlan(stores, input.plan))
  })
