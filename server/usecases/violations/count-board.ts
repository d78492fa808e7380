import type { BoardCounts, BoardFilter } from '@/contracts/board'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { ViolationFilter } from '@/server/ports/violation-store'
import { authorize } from '../authorize'
import { lateArrivals } from './late-arrivals'
import { violationFilterOf } from './violation-filter-of'

/** How many violations a filter finds, by status and by whose they are. */
export const countBoard = (ctx: Context, input: BoardFilter): Promise<BoardCounts> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const filter = await violationFilterOf(ctx, stores, input)
    return {
      ...(await stores.board.counts(filter, ctx.actor.personId ?? '')),
      late: await lateOf(stores, filter, ctx.now()),
    }
  })

/** Nothing is known of what came too late but its plan and source, so the rest of a filter says nothing of it. */
const lateOf = async (
  stores: Stores,
  { planId, sourceId: wanted }: ViolationFilter,
  now: string,
): Promise<BoardCounts['late']> => {
  const late = (await lateArrivals(stores, now, planId)).filter(
    ({ sourceId }) => wanted === undefined || sourceId === wanted,
  )
  if (late.length === 0) return []
  const names = new Map(
    (await stores.sources.all()).map(({ workspaceId, id, name }) => [`${workspaceId} ${id}`, name]),
  )
  return late.map(({ workspaceId, sourceId: id, count, lastDay }) => ({
    source: { id, name: names.get(`${workspaceId} ${id}`) ?? id },
    count,
    lastDay,
  }))
}
