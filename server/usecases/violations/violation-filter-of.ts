import type { BoardFilter } from '@/contracts/board'
import { violationStatuses } from '@/domain/violations/standing'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { ViolationFilter } from '@/server/ports/violation-store'
import { personOf } from '../authorize'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'

/** What a caller asks for, as the stores take it; `plan` is our id or Segment's, `whose` is of the one who asks. */
export const violationFilterOf = async (
  ctx: Context,
  stores: Stores,
  input: BoardFilter,
): Promise<ViolationFilter> => ({
  planId: input.plan === undefined ? undefined : (await findPlan(stores, input.plan)).id,
  statuses: statusesOf(input.status),
  sourceId: input.source,
  key: input.key,
  type: input.type,
  search: input.q,
  whose: input.whose && { kind: input.whose, personId: personOf(ctx.actor) },
  owner: input.owner,
  regressed: input.regressed === 'true',
  bundle: input.bundle,
})

const statusesOf = (text: string | undefined): ViolationFilter['statuses'] => {
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
