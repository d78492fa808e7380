import type { Change } from '@/domain/diff/change'
import { diffRules } from '@/domain/diff/diff-rules'
import type { Rule, RuleId } from '@/domain/plan/rule'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { withinTime } from './within-time'

/** For one rule; a plan of 10,000 events takes a second or two for each hundred megabytes beside it. */
const ruleMs = 1_000
const msForMegabyte = 100

type Found = {
  readonly changes: readonly Change[]
  /** Rules whose changes take too long to be found. */
  readonly tooMuch: readonly RuleId[]
}

/** `diffRules`, without the rules that would keep it from ending. */
export const diffWithinTime = (before: readonly Rule[], after: readonly Rule[]): Found => {
  const characters = [...before, ...after].reduce((sum, { schemaText }) => sum + schemaText.length, 0)
  let changes: readonly Change[] = []
  const isDone = withinTime(ruleMs + (characters / 1e6) * msForMegabyte, () => {
    changes = diffRules(before, after)
  })
  if (isDone) return { changes, tooMuch: [] }
  const tooMuch = rulesThatTakeTooLong(before, after)
  const without = new Set(tooMuch.map(ruleKey))
  const left = (rules: readonly Rule[]) => rules.filter((rule) => !without.has(ruleKey(rule)))
  return { changes: diffRules(left(before), left(after)), tooMuch }
}

const rulesThatTakeTooLong = (before: readonly Rule[], after: readonly Rule[]): readonly RuleId[] => {
  const now = new Map(after.map((rule) => [ruleKey(rule), rule]))
  return before.flatMap((old) => {
    const next = now.get(ruleKey(old))
    return next && !withinTime(ruleMs, () => diffRules([old], [next])) ? [ruleIdOf(old)] : []
  })
}
