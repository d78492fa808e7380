import type { SaveBoardFilter, SavedBoardFilter } from '@/contracts/board'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'

/** Keeps a filter of the board under a name, for the person who asks; the name's former filter is replaced. */
export const saveBoardFilter = (ctx: Context, filter: SaveBoardFilter): Promise<SavedBoardFilter> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const id = await stores.board.saveFilter(personOf(ctx.actor), { id: ctx.newId(), ...filter })
    return { id, ...filter }
  })
