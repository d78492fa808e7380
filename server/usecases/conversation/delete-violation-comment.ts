import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { auditComment, lockOwnComment } from './violation-talk'

/** Takes one's own words back; the place says that something stood there. */
export const deleteViolationComment = (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'answer')
    const { violation } = await lockOwnComment(ctx.actor, stores, id)
    await stores.violationComments.remove(id, ctx.now())
    await auditComment(ctx, stores, violation, 'violation-comment-deleted', id)
    return null
  })
