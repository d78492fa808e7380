import type { Rule } from '@/domain/plan/rule'
import type { Context } from '@/server/ports/context'
import type { RuleStep } from '@/server/ports/rule-store'

/** A version of a plan, from what turns the one before into it. */
export const writeRules = (
  { transaction, now }: Context,
  planId: string,
  version: number,
  steps: readonly RuleStep[],
): Promise<void> =>
  transaction(({ rules }) =>
    rules.writeVersion(planId, { version, at: now(), by: 'Test', note: '', changeRequest: null, steps }),
  )

/** The steps that add rules. */
export const adding = (...rules: readonly Rule[]): RuleStep[] => rules.map((rule) => ({ kind: 'add', rule }))
