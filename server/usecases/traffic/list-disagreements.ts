import type { Listing, ListQuery } from '@/contracts/listing'
import type { DisagreementView } from '@/contracts/traffic'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'

/** Where our verdict on calls of a plan and Segment's were not the same, newest seen first. */
export const listDisagreements = (
  ctx: Context,
  { plan, limit, cursor }: { readonly plan: string } & ListQuery,
): Promise<Listing<DisagreementView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const { id } = await findPlan(stores, plan)
    const page = await stores.disagreements.page(id, { limit, cursor })
    return {
      data: page.disagreements.map(({ planId: _, ruleType, ruleKey, ruleVersion, ...rest }) => ({
        ...rest,
        rule: { type: ruleType, key: ruleKey, version: ruleVersion },
      })),
      nextCursor: page.nextCursor,
    }
  })
