import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'

export const deleteBoardFilter = (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const wasKept = await stores.board.removeFilter(personOf(ctx.actor), id)
    return wasKept ? null : fail({ code: 'not-found', what: 'filter' })
  })
