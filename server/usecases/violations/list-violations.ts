import type { Listing } from '@/contracts/listing'
import type { ListViolations, ViolationView } from '@/contracts/violation'
import { violationStatuses } from '@/domain/violations/standing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { withShare } from './with-share'

/** Newest seen first. `status` takes one or several, separated by commas; `plan` is our id or Segment's. */
export const listViolations = (ctx: Context, input: ListViolations): Promise<Listing<ViolationView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const planId =
      input.plan === undefined
        ? undefined
        : ((await stores.plans.find(input.plan)) ?? fail({ code: 'not-found', what: 'plan' })).id
    const page = await stores.violations.page(
      {
        planId,
        statuses: statusesOf(input.status),
        sourceId: input.source,
        key: input.key,
        type: input.type,
        search: input.q,
        limit: input.limit,
        cursor: input.cursor,
      },
      ctx.now(),
    )
    return { data: await withShare(stores, page.violations, ctx.now()), nextCursor: page.nextCursor }
  })

const statusesOf = (text: string | undefined): ViolationView['status'][] | undefined => {
  if (text === undefined || text === '') return undefined
  return text.split(',').map(
    (word) =>
      violationStatuses.find((status) => status === word) ??
      fail({
        code: 'invalid-input',
        fields: [{ path: 'status', message: `There is no status "${word}".` }],
      }),
  )
}
