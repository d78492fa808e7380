import { isLeftToSegment } from '../plan/left-to-segment'
import type { Rule, RuleId } from '../plan/rule'
import { compareRuleIds, ruleIdOf, ruleKey } from '../plan/rule-id'
import type { IgnoredDrift } from './ignored-drift'

export type DriftKind =
  /** Segment holds another schema than we published. */
  | 'changed'
  /** Segment no longer holds a rule that we published. */
  | 'removed'
  /** Segment holds a rule again that was ours and is no more. */
  | 'returned'
  /** Segment holds a rule that was never ours. */
  | 'added'

/** One rule three ways. A side is null where the rule is not. */
export type DriftedRule = {
  readonly rule: RuleId
  readonly kind: DriftKind
  /** As the target is known to have held it. */
  readonly base: Rule | null
  /** As it stands in the newest version of ours. */
  readonly ours: Rule | null
  /** As Segment holds it. */
  readonly theirs: Rule | null
  /** Whether the next publish would overwrite it. A rule that was never ours is left alone, so it hinders nobody. */
  readonly blocks: boolean
  /** Set while somebody leaves it as it is; the next publish then leaves it, too. */
  readonly ignored?: IgnoredDrift
}

export type DriftInput = {
  /** The rules of the version that the target is known to hold. */
  readonly live: readonly Rule[]
  /** Everything Segment held at the last whole read. */
  readonly seen: readonly Rule[]
  /** The rules of our newest version. */
  readonly head: readonly Rule[]
  /** Every identity that was ever ours. */
  readonly managed: readonly RuleId[]
}

/** Every rule that a target holds otherwise than the version it is known to hold, in the order of rules. */
export const drift = ({ live, seen, head, managed }: DriftInput): readonly DriftedRule[] => {
  const [base, ours, theirs] = [live, head, seen].map(
    (rules) => new Map(rules.map((rule) => [ruleKey(rule), rule])),
  )
  const everOurs = new Set(managed.map(ruleKey))
  const drifted = [...live, ...seen.filter((rule) => !base?.has(ruleKey(rule)))].flatMap(
    (rule): DriftedRule[] => {
      const key = ruleKey(rule)
      const [was, is] = [base?.get(key) ?? null, theirs?.get(key) ?? null]
      if (was?.hash === is?.hash || (was === null && isLeftToSegment(rule))) return []
      const kind = kindOf(was, is, everOurs.has(key))
      return [
        {
          rule: ruleIdOf(rule),
          kind,
          base: was,
          ours: ours?.get(key) ?? null,
          theirs: is,
          blocks: kind !== 'added',
        },
      ]
    },
  )
  return drifted.sort((a, b) => compareRuleIds(a.rule, b.rule))
}

const kindOf = (was: Rule | null, is: Rule | null, everOurs: boolean): DriftKind => {
  if (was !== null) return is === null ? 'removed' : 'changed'
  return everOurs ? 'returned' : 'added'
}
