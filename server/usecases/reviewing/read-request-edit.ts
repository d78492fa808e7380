import type { ReadRequestEdit, RequestEdit } from '@/contracts/review-view'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { editView } from '../change-requests/change-request-view'
import type { RequestName } from '../change-requests/load-change-request'
import { judgedChanges } from '../checks/judged-changes'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'

/** One edit of a request in full; `not-found` where the request does not edit the rule. */
export const readRequestEdit = (ctx: Context, input: RequestName & ReadRequestEdit): Promise<RequestEdit> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const plan = await findPlan(stores, input.plan)
    const request =
      (await stores.changeRequests.find(plan.id, input.number)) ??
      fail({ code: 'not-found', what: 'change request' })
    const rule = { type: input.type, key: input.key ?? null, version: input.version }
    const edit =
      (await stores.changeRequests.edit(request.id, ruleKey(rule))) ??
      fail({ code: 'not-found', what: `edit of "${ruleName(rule)}"` })
    const name = (await stores.people.list()).find(({ id }) => id === edit.by)?.name
    const changes = await judgedChanges(stores, ctx.judge.engine, { request, edits: [edit] })
    return {
      edit: editView(edit, () => name ?? 'somebody who left'),
      changes: [...(changes.get(ruleKey(edit)) ?? [])],
    }
  })
