import type { Listing } from '@/contracts/listing'
import type { ListViolations, ViolationView } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { violationFilterOf } from './violation-filter-of'
import { withShare } from './with-share'

/** Newest seen first. `status` takes one or several, separated by commas; `plan` is our id or Segment's. */
export const listViolations = (ctx: Context, input: ListViolations): Promise<Listing<ViolationView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const { limit, cursor } = input
    const filter = await violationFilterOf(ctx, stores, input)
    const page = await stores.violations.page({ ...filter, limit, cursor }, ctx.now())
    return { data: await withShare(stores, page.violations, ctx.now()), nextCursor: page.nextCursor }
  })
