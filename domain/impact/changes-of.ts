import type { Change } from '../diff/change'
import { diffRules } from '../diff/diff-rules'
import type { Rule } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'

/** What changed in one rule, under a new name too: the facts alone. Null: there is no such rule. */
export const changesOf = (before: Rule | null, after: Rule | null): readonly Change[] =>
  diffRules(
    before ? [before] : [],
    after ? [after] : [],
    before && after ? [{ from: ruleIdOf(before), to: ruleIdOf(after) }] : [],
  )
