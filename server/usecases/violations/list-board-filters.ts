import type { SavedBoardFilter } from '@/contracts/board'
import type { Listing } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'

/** The filters of the board that the person keeps, by name. */
export const listBoardFilters = (ctx: Context): Promise<Listing<SavedBoardFilter>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    return { data: await stores.board.savedFilters(personOf(ctx.actor)), nextCursor: null }
  })
