import { diffRules } from '@/domain/diff/diff-rules'
import { judgeChanges } from '@/domain/impact/judge-changes'
import type { Verdict } from '@/domain/impact/verdict'
import type { Job } from './job'
import { type RuleText, ruleOfText } from './rule-text'

/** One rule in two states. */
export type RulePair = { readonly before: RuleText; readonly after: RuleText }

/** What is said of a change; `witness` as JSON. */
export type ChangeVerdict = { readonly verdict: Verdict; readonly witness?: string }

/** The job of `diff`: the verdicts on what changed in a rule, in the order in which `diffRules` tells the changes. */
export const judgePair =
  (_: null): Job<RulePair, readonly ChangeVerdict[]> =>
  (pair) => {
    const [before, after] = [ruleOfText(pair.before), ruleOfText(pair.after)]
    return judgeChanges([before], [after], diffRules([before], [after])).map(({ verdict, witness }) => ({
      verdict,
      ...(witness !== undefined && { witness: JSON.stringify(witness) }),
    }))
  }
