import type { Change } from '../diff/change'
import { diffRules } from '../diff/diff-rules'
import type { Rule, RuleId } from '../plan/rule'
import { ruleHash } from '../plan/rule-hash'
import { ruleIdOf, ruleKey } from '../plan/rule-id'

/** How a target writes down a rule that it was sent: content hashes of what was sent and of what it holds then. */
export type Rewriting = { readonly rule: RuleId; readonly sent: string; readonly held: string }

/** What a target holds, each rule with the hash of what was sent to make it. The texts stay as they are. */
export const understood = (held: readonly Rule[], rewritings: readonly Rewriting[]): readonly Rule[] => {
  if (rewritings.length === 0) return held
  const sent = new Map(rewritings.map((each) => [`${ruleKey(each.rule)} ${each.held}`, each.sent]))
  return held.map((rule) => {
    const hash = sent.get(`${ruleKey(rule)} ${rule.hash}`)
    return hash === undefined ? rule : { ...rule, hash }
  })
}

/** Keywords that say nothing to a validator or to a person: Segment's own editor puts them into schemas. */
const marks: ReadonlySet<string> = new Set(['$id', 'id', 'isNewProperty'])

const isMark = (change: Change): boolean =>
  (change.kind === 'metadata-changed' && marks.has(change.keyword)) ||
  (change.kind === 'schema-changed' && change.keyword === '$schema')

/**
 * The rules that a target holds otherwise than they were sent, though only in marks that mean nothing. Anything more
 * could be the work of a person.
 */
export const harmlessRewritings = (sent: readonly Rule[], held: readonly Rule[]): readonly Rewriting[] => {
  const holds = new Map(held.map((rule) => [ruleKey(rule), rule]))
  return sent.flatMap((rule) => {
    const now = holds.get(ruleKey(rule))
    if (now === undefined || now.hash === rule.hash || !diffRules([rule], [now]).every(isMark)) return []
    return [{ rule: ruleIdOf(rule), sent: rule.hash, held: ruleHash(now.schemaText) }]
  })
}
