import type { BoardRow, ListBoard } from '@/contracts/board'
import type { Listing } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { violationFilterOf } from './violation-filter-of'

/** The board: a row for each violation, or for each bundle of those that began together. */
export const listBoard = (ctx: Context, input: ListBoard): Promise<Listing<BoardRow>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const { sort, bundled, limit, cursor } = input
    const filter = await violationFilterOf(ctx, stores, input)
    const { rows, nextCursor } = await stores.board.page(
      { filter, sort, bundled: bundled === 'true', limit, cursor },
      ctx.now(),
    )
    return { data: rows, nextCursor }
  })
