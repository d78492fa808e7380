import type { ChangeView } from '@/contracts/plan'
import { ruleKey } from '@/domain/plan/rule-id'

type RuleOfChange = ChangeView['rule']

export type RuleChanges = { readonly rule: RuleOfChange; readonly changes: readonly ChangeView[] }

/** Changes put together by the rule they belong to, in the order in which rules come first. */
export const changesByRule = (changes: readonly ChangeView[]): readonly RuleChanges[] => {
  const groups = new Map<string, { rule: RuleOfChange; changes: ChangeView[] }>()
  for (const change of changes) {
    const group = groups.get(keyOf(change.rule)) ?? { rule: change.rule, changes: [] }
    group.changes.push(change)
    groups.set(keyOf(change.rule), group)
  }
  return [...groups.values()]
}

/** The changes of one rule. */
export const changesOfRule = (changes: readonly ChangeView[], rule: RuleOfChange): readonly ChangeView[] =>
  changes.filter((change) => keyOf(change.rule) === keyOf(rule))

// Types of calls arrive as text; the key is only compared, never read back.
const keyOf = (rule: RuleOfChange) => ruleKey(rule as Parameters<typeof ruleKey>[0])
