import type { CommentView, ThreadView } from '@/contracts/comment'
import type { ChangeView } from '@/contracts/plan'
import type { Edit } from '@/domain/plan/edit'
import type { RuleId } from '@/domain/plan/rule'
import { ruleIdOf, sameRule } from '@/domain/plan/rule-id'
import { applySuggestion } from '@/domain/review/apply-suggestion'
import { hasPlace } from '@/domain/review/has-place'
import { type Mentionable, mentionsIn } from '@/domain/review/mentions'
import { isOpen } from '@/domain/review/transition'
import type { Actor } from '@/server/ports/actor'
import type { CommentThread, StoredComment } from '@/server/ports/comment-store'
import { isAllowed } from '../authorize'
import { isAllowedOn } from '../change-requests/authorize-request'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { pendingChanges } from '../checks/pending-changes'
import { isAskedIn } from './open-mentions'
import { takesWords } from './require-talkable'

type Place = Pick<LoadedRequest, 'request' | 'edits'> & { readonly mentionable: Mentionable }

/** A thread as the actor sees it. */
export const threadView = (actor: Actor, at: Place, thread: CommentThread): ThreadView => ({
  id: thread.id,
  rule: thread.rule,
  pointer: thread.pointer,
  outdated: isOutdated(at, thread),
  resolved: thread.resolved && { by: thread.resolved.byName, at: thread.resolved.at },
  can: {
    answer:
      takesWords(at.request.status) &&
      (isAllowed(actor, 'comment') ||
        (actor.personId !== null &&
          isAllowed(actor, 'answer') &&
          isAskedIn(thread, actor.personId, at.mentionable))),
    settle: takesWords(at.request.status) && isAllowed(actor, 'comment'),
  },
  comments: thread.comments.map((comment) => commentView(actor, at, thread, comment)),
})

export const commentView = (
  actor: Actor,
  { request, edits, mentionable }: Place,
  { id: thread, rule, pointer }: CommentThread,
  { id, by, byName, at, body, editedAt, deletedAt, suggestion, applied }: StoredComment,
): CommentView => {
  const suggested =
    suggestion === null || deletedAt !== null || applied !== null || rule === null
      ? null
      : suggestedEdit(edits, rule, pointer ?? '', suggestion)
  const isOwn = by === actor.personId && deletedAt === null && isAllowed(actor, 'answer')
  return {
    id,
    thread,
    rule,
    pointer,
    author: byName,
    authorId: by,
    at,
    body,
    mentions: [...mentionsIn(body, mentionable)],
    editedAt,
    deleted: deletedAt !== null,
    suggestion:
      suggestion === null || deletedAt !== null
        ? null
        : {
            text: suggestion,
            applied: applied && { by: applied.byName, at: applied.at },
            changes: suggested === null ? [] : withoutPending(pendingChanges(suggested)),
          },
    can: {
      edit: isOwn && takesWords(request.status),
      delete: isOwn,
      apply: suggested !== null && isOpen(request.status) && isAllowedOn(actor, 'edit', request),
    },
  }
}

/** From the edit as it is to the edit with the suggestion taken over; null where that cannot be done. */
const suggestedEdit = (
  edits: Place['edits'],
  rule: RuleId,
  pointer: string,
  suggestion: string,
): Edit | null => {
  const edit = edits.find((each) => sameRule(each, rule))
  const result = edit && applySuggestion(edit, pointer, suggestion)
  return edit && result?.ok ? { ...ruleIdOf(edit), before: edit.after, after: result.schemaText } : null
}

/** Nobody compares what nobody has taken over yet. */
const withoutPending = (changes: readonly ChangeView[]): ChangeView[] =>
  changes.map(({ pending: _, ...change }) => change)

/** Somebody still has to settle it; where every word was taken back, nothing is left to settle. */
export const isUnresolved = ({ resolved, comments }: CommentThread): boolean =>
  resolved === null && comments.some(({ deletedAt }) => deletedAt === null)

const isOutdated = ({ edits }: Place, { rule, pointer }: CommentThread): boolean => {
  if (rule === null) return false
  const edit = edits.find((each) => sameRule(each, rule))
  return edit === undefined || !hasPlace(edit, pointer ?? '')
}
