import type { EditComment } from '@/contracts/comment'
import type { ViolationCommentView } from '@/contracts/violation-comment'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { mentionableIn } from './open-mentions'
import { auditComment, lockViolation, maySayMore, violationCommentView } from './violation-talk'

/** Says something about a violation. Whoever was mentioned there may answer, whatever their role. */
export const commentOnViolation = (
  ctx: Context,
  { id, body }: { readonly id: string } & EditComment,
): Promise<ViolationCommentView> =>
  ctx.transaction(async (stores) => {
    const violation = await lockViolation(stores, id)
    const mentionable = await mentionableIn(stores)
    const said = await stores.violationComments.ofViolation(id)
    authorize(ctx.actor, maySayMore(ctx.actor, said, mentionable) ? 'answer' : 'comment')
    const comment = { id: ctx.newId(), violationId: id, by: personOf(ctx.actor), at: ctx.now(), body }
    await stores.violationComments.add(comment)
    await auditComment(ctx, stores, violation, 'violation-comment-added', comment.id)
    return violationCommentView(ctx.actor, mentionable, {
      ...comment,
      byName: ctx.actor.name,
      editedAt: null,
      deletedAt: null,
    })
  })
