import type { ViolationCommentView } from '@/contracts/violation-comment'
import { isMentioned, type Mentionable, mentionsIn } from '@/domain/review/mentions'
import type { Actor, Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { ViolationComment } from '@/server/ports/violation-comment-store'
import { isAllowed, personOf } from '../authorize'
import { fail } from '../fail'

/** A comment on a violation as the actor sees it. */
export const violationCommentView = (
  actor: Actor,
  mentionable: Mentionable,
  { id, violationId, by, byName, at, body, editedAt, deletedAt }: ViolationComment,
): ViolationCommentView => {
  const isOwn = by === actor.personId && deletedAt === null && isAllowed(actor, 'answer')
  return {
    id,
    violation: violationId,
    author: byName,
    authorId: by,
    at,
    body,
    mentions: [...mentionsIn(body, mentionable)],
    editedAt,
    deleted: deletedAt !== null,
    can: { edit: isOwn, delete: isOwn },
  }
}

/** Whoever may comment, and whoever others mentioned there. */
export const maySayMore = (
  actor: Actor,
  said: readonly ViolationComment[],
  mentionable: Mentionable,
): boolean =>
  isAllowed(actor, 'comment') ||
  (actor.personId !== null && isAllowed(actor, 'answer') && isMentioned(said, actor.personId, mentionable))

/** The violation, locked; fails with `not-found`. */
export const lockViolation = async ({ triage }: Stores, id: string) => {
  const [violation = fail({ code: 'not-found', what: 'violation' })] = await triage.lock([id])
  return violation
}

/** A comment of the actor's own that still stands, its violation locked; `not-allowed` or `wrong-state` for any other. */
export const lockOwnComment = async (actor: Actor, stores: Stores, id: string) => {
  const found = (await stores.violationComments.find(id)) ?? fail({ code: 'not-found', what: 'comment' })
  const violation = await lockViolation(stores, found.violationId)
  // As it is now that nobody else can change it.
  const comment = (await stores.violationComments.find(id)) ?? found
  if (comment.by !== personOf(actor))
    fail({ code: 'not-allowed', detail: 'Only whoever wrote a comment can change it.' })
  if (comment.deletedAt !== null)
    fail({ code: 'wrong-state', detail: 'The comment was deleted.', status: 'deleted' })
  return { violation, comment }
}

/** Writes to the audit chain what somebody did with a comment, last in the transaction; never its words. */
export const auditComment = async (
  ctx: Context,
  { plans, audit }: Stores,
  { id, planId }: { readonly id: string; readonly planId: string },
  action: 'violation-comment-added' | 'violation-comment-edited' | 'violation-comment-deleted',
  comment: string,
): Promise<void> => {
  const plan = await plans.find(planId)
  if (plan === null) throw new Error('A violation is of no plan.')
  await audit.append({
    chain: plan.workspaceId,
    actor: ctx.actor,
    at: ctx.now(),
    action,
    subject: `violation:${id}`,
    details: { comment },
  })
}
