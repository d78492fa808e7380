import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from './load-change-request'

/**
 * The rules that the edits of a request begin on: those of its base version. Edits of a promotion that is not settled
 * begin on what upstream held, and say so themselves.
 */
export const rulesBegunOn = async (
  stores: Stores,
  { plan, request, edits }: LoadedRequest,
): Promise<readonly Rule[]> => {
  const base = await stores.rules.ofVersion(plan.id, request.baseVersion)
  if (!request.promotion?.unsettled) return base
  const named = new Set(edits.map(ruleKey))
  const begun = edits.flatMap((edit) => {
    const reading = edit.before === null ? null : ruleFromText(ruleIdOf(edit), edit.before)
    return reading?.ok ? [reading.rule] : []
  })
  return [...base.filter((rule) => !named.has(ruleKey(rule))), ...begun]
}
