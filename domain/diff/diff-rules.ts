import type { Rule, RuleId } from '../plan/rule'
import { compareRuleIds, ruleIdOf, ruleKey } from '../plan/rule-id'
import type { Change } from './change'
import { diffSchemas } from './diff-schemas'
import { schemaOf } from './schema-of'

/** A rule that is known to go on under another name. */
export type Rename = { readonly from: RuleId; readonly to: RuleId }

/**
 * What changed between two sets of rules, keyed by identity and ordered by rule. A renamed rule shows as removed and
 * added unless `renames` knows better; then all its changes stand under the old identity. Empty exactly when every
 * rule has an equal of the same identity.
 */
export const diffRules = (
  before: readonly Rule[],
  after: readonly Rule[],
  renames: readonly Rename[] = [],
): readonly Change[] => {
  const newNames = new Map(renames.map(({ from, to }) => [ruleKey(from), ruleKey(to)]))
  const names = new Set(renames.length === 0 ? [] : before.map(ruleKey))
  const now = new Map(after.map((rule) => [ruleKey(rule), rule]))
  const goneOn = new Set<Rule>()
  const found: (readonly [RuleId, readonly Change[]])[] = []
  for (const rule of before) {
    const key = ruleKey(rule)
    const newName = newNames.get(key)
    const successor = (newName === undefined ? undefined : now.get(newName)) ?? now.get(key)
    if (!successor || (newName === undefined && isTaken(key, renames, names))) {
      found.push([rule, [{ kind: 'rule-removed', rule: ruleIdOf(rule), before: rule.jsonSchema }]])
      continue
    }
    goneOn.add(successor)
    const changes = diffRule(rule, successor)
    if (changes.length > 0) found.push([rule, changes])
  }
  for (const rule of now.values())
    if (!goneOn.has(rule))
      found.push([rule, [{ kind: 'rule-added', rule: ruleIdOf(rule), after: rule.jsonSchema }]])
  return found.sort(([a], [b]) => compareRuleIds(a, b)).flatMap(([, changes]) => changes)
}

/** A rule was removed and another one renamed to its name. */
const isTaken = (key: string, renames: readonly Rename[], names: ReadonlySet<string>): boolean =>
  renames.some(({ from, to }) => ruleKey(to) === key && names.has(ruleKey(from)))

const diffRule = (before: Rule, after: Rule): readonly Change[] => {
  if (before.key === after.key && before.schemaText === after.schemaText) return []
  const rule = ruleIdOf(before)
  const renamed: Change[] =
    before.key === after.key ? [] : [{ kind: 'rule-renamed', rule, before: before.key, after: after.key }]
  // Equal texts need no closer look; what differs in writing only comes back without a change.
  return before.schemaText === after.schemaText
    ? renamed
    : [...renamed, ...diffSchemas(rule, schemaOf(before), schemaOf(after))]
}
