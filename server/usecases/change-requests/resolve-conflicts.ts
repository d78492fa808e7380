import type { ChangeRequestView, ResolveConflicts } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import type { Decisions } from '@/domain/merge/carry-edit'
import { conflictKey } from '@/domain/merge/merge-conflict'
import type { Take } from '@/domain/merge/take'
import { parseSchema } from '@/domain/plan/parse-schema'
import { ruleKey } from '@/domain/plan/rule-id'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Actor, Context } from '@/server/ports/context'
import { personOf } from '../authorize'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { fail } from '../fail'
import { authorizeRequest } from './authorize-request'
import { changeRequestView, readView } from './change-request-view'
import { conflictViews } from './find-conflicts'
import { headFor } from './head-of-plan'
import { isKeepable } from './is-keepable'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { requireFresh } from './require-fresh'
import { requireOpen } from './require-transition'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'
import { withOrigin } from './with-origin'

/**
 * Brings a request to head by a person's word on each place in conflict; what does not collide goes along. Whoever
 * chose or wrote has a hand in those edits. `conflicted` carries the conflicts that no choice settles, `stale` says
 * that edits or plan are not what the person saw.
 */
export const resolveConflicts = (
  ctx: Context,
  input: RequestName & ResolveConflicts,
): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { plan, request, edits } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    await requireFresh(ctx, stores, loaded, input.fingerprint)
    const head = await headFor(stores, plan, request)
    if (input.head !== undefined && input.head !== head.version)
      fail({
        code: 'stale',
        detail: 'The plan changed since you looked.',
        current: await changeRequestView(ctx, stores, loaded),
      })

    const brought = bringUpToDate(edits, head, decisionsOf(input))
    const { decided, merged, conflicts } = brought
    if (conflicts.length > 0)
      fail({
        code: 'conflicted',
        detail: 'Some conflicts still need a choice.',
        conflicts: conflictViews(conflicts, head),
      })
    const settled = brought.edits.map((edit) => {
      const carried = withOrigin(edit, merged)
      return decided.has(edit) ? writtenBy(ctx.actor, carried) : carried
    })
    await stores.changeRequests.replaceEdits(request.id, settled)
    if (request.promotion?.unsettled) await stores.changeRequests.settlePromotion(request.id)
    await askForMissingChecks(ctx, stores, { ...request, baseVersion: head.version }, settled)
    const standing = await standingNow(ctx, stores, { ...loaded, edits: settled })
    await keepRequest(ctx, stores, loaded, {
      set: { baseVersion: head.version, status: settleStatus(request.status, standing) },
      action: 'change-request-conflicts-resolved',
      details: { base: head.version, edits: settled.length },
    })
    return readView(ctx, stores, input)
  })

const writtenBy = (actor: Actor, edit: StoredEdit): StoredEdit => ({
  ...edit,
  by: personOf(actor),
  writers: [...new Set([...edit.writers, personOf(actor)])],
})

/** A choice of its own goes before one for the whole rule. */
const decisionsOf = ({ choices }: ResolveConflicts): Decisions => {
  const places = new Map<string, Take>()
  const rules = new Map<string, Take>()
  const byHand = new Map<string, string>()
  for (const [i, { rule, take, kind = 'schema', schemaPointer, keywords, schemaText }] of choices.entries()) {
    if (take === 'edited') byHand.set(ruleKey(rule), readable(schemaText ?? '', i))
    else if (schemaPointer === undefined) rules.set(ruleKey(rule), take)
    else places.set(conflictKey({ kind, rule, schemaPointer, keywords: keywords ?? null }), take)
  }
  return {
    byHand,
    resolve: (conflict) => places.get(conflictKey(conflict)) ?? rules.get(ruleKey(conflict.rule)),
  }
}

const readable = (text: string, at: number): string => {
  const path = `choices.${at}.schemaText`
  const parsing = parseSchema(text)
  if (!parsing.ok)
    return fail({ code: 'invalid-input', fields: [{ path, message: parsing.refusal.message }] })
  if (isKeepable(text)) return text
  return fail({
    code: 'invalid-input',
    fields: [{ path, message: 'The text holds half a character (a lone surrogate).' }],
  })
}
