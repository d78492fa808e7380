import type { ChangeRequestView, ResolveConflicts } from '@/contracts/change-request'
import { bringUpToDate, type EditConflict } from '@/domain/merge/bring-up-to-date'
import { applyEdits } from '@/domain/plan/apply-edits'
import { ruleKey } from '@/domain/plan/rule-id'
import { reviewStanding } from '@/domain/review/approval'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Actor, Context } from '@/server/ports/context'
import { personOf } from '../authorize'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { fail } from '../fail'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { findConflicts } from './find-conflicts'
import { keepRequest } from './keep-request'
import { lockChangeRequest, type RequestName } from './load-change-request'
import { approversIn } from './request-facts'
import { requireFresh } from './require-fresh'
import { requireOpen } from './require-transition'
import { settleStatus } from './settle-status'

/**
 * Brings a request to head by a person's word on each conflict: `ours` redoes the typed text on what head holds,
 * `theirs` drops the edit. `conflicted` carries the conflicts that no choice names.
 */
export const resolveConflicts = (
  ctx: Context,
  input: RequestName & ResolveConflicts,
): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { plan, request, edits, reviews } = loaded
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    await requireFresh(ctx, stores, loaded, input.fingerprint)

    const head = plan.headVersion ?? request.baseVersion
    const headRules = await stores.rules.ofVersion(plan.id, head)
    const choices = new Map(input.choices.map(({ rule, take }) => [ruleKey(rule), take]))
    const { edits: clean, conflicts } = bringUpToDate(edits, headRules)
    const open = findConflicts(edits, headRules).filter(({ rule }) => !choices.has(ruleKey(rule)))
    if (open.length > 0)
      fail({ code: 'conflicted', detail: 'Some conflicts still need a choice.', conflicts: open })

    const redone = conflicts.flatMap((conflict) =>
      choices.get(ruleKey(conflict.rule)) === 'ours' ? redoneBy(ctx.actor, conflict) : [],
    )
    const settled = [...clean, ...redone]
    const applied = applyEdits(headRules, settled)
    if (!applied.ok)
      fail({
        code: 'conflicted',
        detail: applied.problems.map(({ message }) => message).join(' '),
        conflicts: findConflicts(edits, headRules),
      })
    await stores.changeRequests.replaceEdits(request.id, settled)
    await askForMissingChecks(ctx, stores, { ...request, baseVersion: head }, settled)
    const standing = reviewStanding(settled, reviews, await approversIn(stores))
    await keepRequest(ctx, stores, loaded, {
      set: { baseVersion: head, status: settleStatus(request.status, standing) },
      action: 'change-request-conflicts-resolved',
      details: { base: head, edits: settled.length },
    })
    return readView(ctx, stores, input)
  })

/** Whoever lets an edit win over head has a hand in it. A removal of what is gone already has nothing left to do. */
const redoneBy = (actor: Actor, { edit, theirs, ours }: EditConflict<StoredEdit>): readonly StoredEdit[] => {
  if (theirs === null && ours === null) return []
  const { newKey, ...rest } = edit
  const isRename = newKey !== undefined && theirs !== null
  const writers = [...new Set([...edit.writers, personOf(actor)])]
  const redone = { ...rest, before: theirs, by: personOf(actor), writers }
  if (isRename) return [{ ...redone, newKey }]
  return [newKey === undefined ? redone : { ...redone, key: newKey }]
}
