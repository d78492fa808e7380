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
  const old = new Map(before.map((rule) => [ruleKey(rule), rule]))
  const now = new Map(after.map((rule) => [ruleKey(rule), rule]))
  const goneOn = new Set<string>()
  const changes = before.map((rule): [RuleId, readonly Change[]] => {
    const newName = newNames.get(ruleKey(rule))
    const successor = (newName === undefined ? undefined : now.get(newName)) ?? now.get(ruleKey(rule))
    if (!successor || (newName === undefined && isTaken(ruleKey(rule), renames, old)))
      return [rule, [{ kind: 'rule-removed', rule: ruleIdOf(rule), before: rule.jsonSchema }]]
    goneOn.add(ruleKey(successor))
    return [rule, diffRule(rule, successor)]
  })
  const added = after
    .filter((rule) => !goneOn.has(ruleKey(rule)))
    .map((rule): [RuleId, readonly Change[]] => [
      rule,
      [{ kind: 'rule-added', rule: ruleIdOf(rule), after: rule.jsonSchema }],
    ])
  return [...changes, ...added].sort(([a], [b]) => compareRuleIds(a, b)).flatMap(([, list]) => list)
}

/** A rule was removed and another one renamed to its name. */
const isTaken = (key: string, renames: readonly Rename[], old: ReadonlyMap<string, Rule>): boolean =>
  renames.some(({ from, to }) => ruleKey(to) === key && old.has(ruleKey(from)))

const diffRule = (before: Rule, after: Rule): Change[] => {
  const rule = ruleIdOf(before)
  const renamed: Change[] =
    before.key === after.key ? [] : [{ kind: 'rule-renamed', rule, before: before.key, after: after.key }]
  // Equal texts need no closer look; what differs in writing only comes back without a change.
  return before.schemaText === after.schemaText
    ? renamed
    : [...renamed, ...diffSchemas(rule, schemaOf(before), schemaOf(after))]
}
