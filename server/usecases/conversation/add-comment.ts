import type { AddComment, CommentView } from '@/contracts/comment'
import { sameRule } from '@/domain/plan/rule-id'
import { applySuggestion } from '@/domain/review/apply-suggestion'
import { hasPlace } from '@/domain/review/has-place'
import type { Mentionable } from '@/domain/review/mentions'
import type { CommentThread } from '@/server/ports/comment-store'
import type { Actor, Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize, personOf } from '../authorize'
import { keepRequest } from '../change-requests/keep-request'
import {
  type LoadedRequest,
  lockChangeRequest,
  type RequestName,
} from '../change-requests/load-change-request'
import { fail } from '../fail'
import { threadIn } from './find-in-request'
import { isAskedByReview, isAskedIn, mentionableIn } from './open-mentions'
import { requireTalkable } from './require-talkable'
import { commentView } from './thread-view'

/**
 * Says something about a request, a rule that it edits or a place in that rule, or answers in a thread. Whoever was
 * mentioned may answer, whatever their role.
 *
 * @throws Failed `wrong-state` once the request is over, `invalid-input` for a place that the edits do not have
 */
export const addComment = (ctx: Context, input: RequestName & AddComment): Promise<CommentView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const mentionable = await mentionableIn(stores)
    authorize(ctx.actor, mayOnlyAnswer(ctx.actor, loaded, input, mentionable) ? 'answer' : 'comment')
    requireTalkable(loaded.request.status)
    const thread =
      input.thread === undefined
        ? await beginThread(ctx, stores, loaded, input)
        : threadIn(loaded, input.thread)
    const comment = {
      id: ctx.newId(),
      by: personOf(ctx.actor),
      at: ctx.now(),
      body: input.body,
      suggestion: input.suggestion ?? null,
    }
    await stores.comments.add(thread.id, comment)
    await keepRequest(ctx, stores, loaded, {
      set: {},
      action: 'comment-added',
      details: { comment: comment.id, thread: thread.id },
    })
    const said = { ...comment, byName: ctx.actor.name, editedAt: null, deletedAt: null, applied: null }
    return commentView(ctx.actor, { ...loaded, mentionable }, thread, said)
  })

/** The words are an answer to somebody who asked for it: open to those who may not begin to talk. */
const mayOnlyAnswer = (
  actor: Actor,
  loaded: LoadedRequest,
  { thread, rule, suggestion }: AddComment,
  mentionable: Mentionable,
): boolean => {
  if (actor.personId === null || suggestion !== undefined) return false
  if (thread !== undefined) return isAskedIn(threadIn(loaded, thread), actor.personId, mentionable)
  return rule === undefined && isAskedByReview(loaded, actor.personId, mentionable)
}

const beginThread = async (
  ctx: Context,
  stores: Stores,
  { request, edits }: LoadedRequest,
  { rule, pointer, suggestion }: AddComment,
): Promise<CommentThread> => {
  const edit = rule && edits.find((each) => sameRule(each, rule))
  if (rule && !edit) refuse('rule', 'This request does not edit that rule.')
  if (edit && pointer !== undefined && !hasPlace(edit, pointer))
    refuse('pointer', 'That place is in neither side of the edit.')
  const suggested =
    edit && pointer !== undefined && suggestion !== undefined && applySuggestion(edit, pointer, suggestion)
  if (suggested && !suggested.ok) refuse('suggestion', suggested.message)
  const thread = { id: ctx.newId(), rule: rule ?? null, pointer: pointer ?? null, at: ctx.now() }
  await stores.comments.addThread(request.id, thread)
  return { ...thread, resolved: null, comments: [] }
}

const refuse = (path: string, message: string): never =>
  fail({ code: 'invalid-input', fields: [{ path, message }] })
