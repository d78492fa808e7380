import type { SuggestionList } from '@/contracts/fix'
import { idAfterEdit } from '@/domain/plan/apply-edits'
import type { RuleId } from '@/domain/plan/rule'
import { parseRuleKey } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { isAllowedOn } from '../change-requests/authorize-request'
import { suggestionsOf } from './suggestions-of'

/** Ways to end a violation, ranked by least loosening, and the open requests that edit its event already. */
export const listSuggestions = async (
  ctx: Context,
  { id }: { readonly id: string },
): Promise<SuggestionList> => {
  authorize(ctx.actor, 'read-violations')
  const { violation, judged, suggested } = await suggestionsOf(ctx, id)
  const suggestions = suggested.ok ? suggested.answer : []
  return {
    data: suggestions.map(({ edits, effect, places, ...one }) => ({
      ...one,
      rules: edits.map((edit) => idAfterEdit(edit)),
      effect:
        effect?.is === 'replayed' ? { ...effect, slippingExamples: [...effect.slippingExamples] } : effect,
      places: [...places],
    })),
    nextCursor: null,
    judged,
    reason: suggested.ok ? null : suggested.reason,
    openRequests: await ctx.transaction((stores) =>
      requestsEditing(ctx, stores, violation.plan.id, violation.rule),
    ),
  }
}

const requestsEditing = async (
  ctx: Context,
  stores: Stores,
  planId: string,
  { type, key }: Pick<RuleId, 'type' | 'key'>,
) => {
  const touching = await stores.changeRequests.openTouching(planId)
  const numbers = touching.flatMap(({ ruleKey, number }) => {
    const rule = parseRuleKey(ruleKey)
    return rule?.type === type && rule.key === key ? [number] : []
  })
  const found = []
  for (const number of new Set(numbers)) {
    const request = await stores.changeRequests.find(planId, number)
    if (request)
      found.push({ number, title: request.title, canEdit: isAllowedOn(ctx.actor, 'edit', request) })
  }
  return found
}
