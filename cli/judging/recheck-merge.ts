import { type JointBreak, type MergeToCheck, rulesToRecheck } from '@/domain/impact/jointly-breaking'
import type { RuleId } from '@/domain/plan/rule'
import { comparing, stoppedReason } from './comparing'
import { openJudging } from './open-judging'

export type Rechecked = {
  readonly breaks: readonly JointBreak[]
  /** Rules of which it could not be established, with the reason as a sentence. */
  readonly unknown: readonly { readonly rule: RuleId; readonly reason: string }[]
}

/** Looks for edits that are safe each and break together in the rules of a merged plan that both sides changed. */
export const recheckMerge = async (merge: MergeToCheck, program: string): Promise<Rechecked> => {
  const rules = rulesToRecheck(merge)
  const judging = await openJudging('joint-break', { setup: () => null, limits: comparing, program })
  try {
    const outcomes = await judging.judge(rules)
    return {
      breaks: outcomes.flatMap((outcome) => (outcome.ok ? (outcome.answer ?? []) : [])),
      unknown: rules.flatMap(({ merged }, i) =>
        outcomes[i]?.ok ? [] : [{ rule: merged, reason: stoppedReason(outcomes[i]) }],
      ),
    }
  } finally {
    await judging.close()
  }
}
