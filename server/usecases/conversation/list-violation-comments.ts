import type { ViolationTalk } from '@/contracts/violation-comment'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { mentionableIn } from './open-mentions'
import { maySayMore, violationCommentView } from './violation-talk'

/** Everything that was said about a violation, oldest first, and whether the one who asks may say more. */
export const listViolationComments = (
  ctx: Context,
  { id }: { readonly id: string },
): Promise<ViolationTalk> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    if ((await stores.triage.moments(id)).length === 0) fail({ code: 'not-found', what: 'violation' })
    const said = await stores.violationComments.ofViolation(id)
    const mentionable = await mentionableIn(stores)
    return {
      data: said.map((comment) => violationCommentView(ctx.actor, mentionable, comment)),
      nextCursor: null,
      can: { say: maySayMore(ctx.actor, said, mentionable) },
    }
  })
