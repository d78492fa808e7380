import type { Listing } from '@/contracts/listing'
import type { PlanView } from '@/contracts/plan'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { planViews } from './plan-views'
import { slicePage } from './slice-page'

type ListPlans = { readonly workspace?: string; readonly limit?: number; readonly cursor?: string }

/** Every plan that is known, or those of one workspace, by name; with no limit all at once. */
export const listPlans = (ctx: Context, input: ListPlans): Promise<Listing<PlanView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const { data, nextCursor } = slicePage(await stores.plans.list(input.workspace), ({ id }) => id, input)
    return { data: await planViews(ctx, stores, data), nextCursor }
  })
