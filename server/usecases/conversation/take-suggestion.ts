import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { ApplySuggestion } from '@/contracts/comment'
import { ruleIdOf, sameRule } from '@/domain/plan/rule-id'
import { applySuggestion } from '@/domain/review/apply-suggestion'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { CommentThread, StoredComment } from '@/server/ports/comment-store'
import type { Context } from '@/server/ports/context'
import { personOf } from '../authorize'
import { authorEdits } from '../change-requests/author-edits'
import { authorizeRequest } from '../change-requests/authorize-request'
import { readView } from '../change-requests/change-request-view'
import {
  type LoadedRequest,
  lockChangeRequest,
  type RequestName,
} from '../change-requests/load-change-request'
import { readEdits } from '../change-requests/read-edits'
import { requireFresh } from '../change-requests/require-fresh'
import { requireOpen } from '../change-requests/require-transition'
import { rulesBegunOn } from '../change-requests/rules-begun-on'
import { storeEdits } from '../change-requests/store-edits'
import { fail } from '../fail'
import { commentIn } from './find-in-request'

/**
 * Takes a suggestion over into the edits and resolves its thread. Whoever made it has a hand in the edit from then
 * on, so cannot approve it (decision 0004).
 *
 * @throws Failed `stale` when the edits are not those on the screen, `wrong-state` when it cannot be applied any more
 */
export const takeSuggestion = (
  ctx: Context,
  input: RequestName & ApplySuggestion & { readonly id: string },
): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { request } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    const { thread, comment } = commentIn(loaded, input.id)
    await requireFresh(ctx, stores, loaded, input.fingerprint)
    const base = await rulesBegunOn(stores, loaded)
    const { rule, schemaText } = suggested(loaded, thread, comment)

    const inputs = loaded.edits.map((edit) => asInput(edit, sameRule(edit, rule) ? schemaText : edit.after))
    const edits = authorEdits(ctx.actor, readEdits(base, inputs), loaded.edits, [comment.by])
    const at = ctx.now()
    await stores.comments.applied(comment.id, personOf(ctx.actor), at)
    await stores.comments.settle(thread.id, { by: personOf(ctx.actor), at })
    await storeEdits(ctx, stores, loaded, edits, {
      action: 'suggestion-applied',
      details: { comment: comment.id, of: comment.byName },
    })
    return readView(ctx, stores, input)
  })

const asInput = (edit: StoredEdit, after: string | null): EditInput => ({
  ...ruleIdOf(edit),
  ...(edit.newKey === undefined ? {} : { newKey: edit.newKey }),
  ...(after === null
    ? { jsonSchema: null }
    : { jsonSchema: JSON.parse(after) as EditInput['jsonSchema'], schemaText: after }),
})

const suggested = ({ edits }: LoadedRequest, { rule, pointer }: CommentThread, comment: StoredComment) => {
  const { suggestion } = comment
  if (suggestion === null || comment.deletedAt !== null || comment.applied !== null)
    return refuse(comment.applied === null ? 'The comment suggests nothing.' : 'It was taken over already.')
  const edit = edits.find((each) => rule !== null && sameRule(each, rule))
  if (edit === undefined) return refuse('The request does not edit that rule any more.')
  const result = applySuggestion(edit, pointer ?? '', suggestion)
  return result.ok ? { rule: edit, schemaText: result.schemaText } : refuse(result.message)
}

const refuse = (detail: string): never => fail({ code: 'wrong-state', detail, status: 'not-applicable' })
