import type { BoardCounts, BoardFilter } from '@/contracts/board'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { violationFilterOf } from './violation-filter-of'

/** How many violations a filter finds, by status and by whose they are. */
export const countBoard = (ctx: Context, input: BoardFilter): Promise<BoardCounts> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const filter = await violationFilterOf(ctx, stores, input)
    return stores.board.counts(filter, ctx.actor.personId ?? '')
  })
