import type { EditComment } from '@/contracts/comment'
import type { ViolationCommentView } from '@/contracts/violation-comment'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { mentionableIn } from './open-mentions'
import { auditComment, lockOwnComment, violationCommentView } from './violation-talk'

/** Says one's own comment in other words; everybody sees that it was edited. */
export const editViolationComment = (
  ctx: Context,
  { id, body }: { readonly id: string } & EditComment,
): Promise<ViolationCommentView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'answer')
    const { violation, comment } = await lockOwnComment(ctx.actor, stores, id)
    const editedAt = ctx.now()
    await stores.violationComments.edit(id, { body, at: editedAt })
    await auditComment(ctx, stores, violation, 'violation-comment-edited', id)
    return violationCommentView(ctx.actor, await mentionableIn(stores), { ...comment, body, editedAt })
  })
