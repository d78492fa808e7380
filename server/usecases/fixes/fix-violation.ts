import type { FixStarted, FixViolation } from '@/contracts/fix'
import type { Edit } from '@/domain/plan/edit'
import type { Rule } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import type { Suggestion } from '@/domain/violations/fix/suggestion'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { authorEdits } from '../change-requests/author-edits'
import { authorizeRequest } from '../change-requests/authorize-request'
import { type LoadedRequest, lockChangeRequest } from '../change-requests/load-change-request'
import { headOf, openRequest } from '../change-requests/open-request'
import { readEdits } from '../change-requests/read-edits'
import { requireOpen } from '../change-requests/require-transition'
import { storeEdits } from '../change-requests/store-edits'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { noteDecisions } from '../violations/keep-decisions'
import { planFix } from '../violations/plan-fix'
import { addedTo } from './added-to'
import { fixWords } from './fix-words'
import { suggestionsOf } from './suggestions-of'

/**
 * Opens a change request from a suggestion, or adds it to one that is open, links it with the violation, and marks the
 * violation *fix planned*. A suggestion that plan or traffic have overtaken is `stale`.
 */
export const fixViolation = async (
  ctx: Context,
  input: { readonly id: string } & FixViolation,
): Promise<FixStarted> => {
  authorize(ctx.actor, 'propose')
  const { violation, suggested } = await suggestionsOf(ctx, input.id)
  const suggestion = (suggested.ok ? suggested.answer : []).find(({ id }) => id === input.suggestion)
  if (suggestion === undefined)
    return fail({
      code: 'stale',
      detail: 'The plan or the traffic has changed since this was suggested. Look at the suggestions again.',
      current: null,
    })
  if (suggestion.edits.length === 0)
    return fail({
      code: 'wrong-state',
      detail: 'This is to be fixed in the code; there is nothing to change in the plan.',
      status: violation.status,
    })
  return ctx.transaction(async (stores) => {
    const number =
      input.addTo === undefined
        ? await openWith(ctx, stores, violation.plan.id, suggestion, fixWords(violation, suggestion))
        : await addWith(ctx, stores, { plan: violation.plan.id, number: input.addTo }, suggestion.edits)
    const request =
      (await stores.changeRequests.find(violation.plan.id, number)) ??
      fail({ code: 'not-found', what: 'change request' })
    const link = { violationId: violation.id, appVersion: suggestion.fromAppVersion }
    await noteDecisions(ctx, stores, await planFix(ctx, stores, request, [link]))
    return { number }
  })
}

const openWith = async (
  ctx: Context,
  stores: Stores,
  planId: string,
  { edits }: Suggestion,
  words: { readonly title: string; readonly description: string },
): Promise<number> => {
  const plan = await findPlan(stores, planId)
  const base = headOf(plan)
  return openRequest(ctx, stores, plan, {
    ...words,
    status: 'draft',
    base,
    edits: await onBase(stores, planId, base, edits),
  })
}

/** The edits as they are made on the rules that stand now; the plan may have moved on since they were worked out. */
const onBase = async (
  stores: Stores,
  planId: string,
  base: number,
  edits: readonly Edit[],
): Promise<readonly Edit[]> => {
  const rules: Rule[] = []
  for (const { type, key, version } of edits) {
    const rule = await stores.rules.find(planId, base, { type, key, version })
    if (rule) rules.push(rule)
  }
  for (const edit of edits)
    if ((rules.find((rule) => ruleKey(rule) === ruleKey(edit))?.schemaText ?? null) !== edit.before)
      fail({ code: 'stale', detail: 'The event has changed since this was suggested.', current: null })
  return readEdits(
    rules,
    edits.map(({ before: _, after, ...rule }) => ({
      ...rule,
      jsonSchema: after === null ? null : JSON.parse(after),
      ...(after === null ? {} : { schemaText: after }),
    })),
  )
}

const addWith = async (
  ctx: Context,
  stores: Stores,
  name: { readonly plan: string; readonly number: number },
  edits: readonly Edit[],
): Promise<number> => {
  const loaded: LoadedRequest = await lockChangeRequest(stores, name)
  const { request, plan } = loaded
  authorizeRequest(ctx.actor, 'edit', request)
  requireOpen(request.status)
  if (request.baseVersion !== plan.headVersion)
    fail({
      code: 'wrong-state',
      detail: 'The request stands on an older version of the plan. Bring it up to date first.',
      status: request.status,
    })
  const added = addedTo(loaded.edits, edits)
  if (!added.ok)
    fail({
      code: 'wrong-state',
      detail: `The request changes the same place of ${added.rule} already.`,
      status: request.status,
    })
  else
    await storeEdits(ctx, stores, loaded, authorEdits(ctx.actor, added.edits, loaded.edits), {
      action: 'change-request-edits-saved',
    })
  return request.number
}
