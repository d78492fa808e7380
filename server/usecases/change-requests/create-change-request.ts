import type { ChangeRequestView, CreateChangeRequest } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { readView } from './change-request-view'
import { headOf, openRequest } from './open-request'
import { readEdits } from './read-edits'

/** Opens a draft on the newest version of the plan. `invalid-input` names every edit that cannot be made. */
export const createChangeRequest = (
  ctx: Context,
  input: { readonly plan: string } & CreateChangeRequest,
): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'propose')
    const plan = await findPlan(stores, input.plan)
    const base = headOf(plan)
    const edits = readEdits(await stores.rules.ofVersion(plan.id, base), input.edits)
    const number = await openRequest(ctx, stores, plan, {
      title: input.title,
      description: input.description ?? '',
      status: 'draft',
      base,
      edits,
    })
    return readView(ctx, stores, { plan: plan.id, number })
  })
