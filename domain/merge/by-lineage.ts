import type { Rename } from '../diff/diff-rules'
import type { Rule } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'

/** Rules by what they go on from: the identity in the base, or their own for rules that are new. */
export type ByLineage = ReadonlyMap<string, Rule>

/**
 * One side's rules by lineage. A rule that took the name of one that was renamed away is new, and no successor of it;
 * rules that both sides added under one name share a lineage. A rename of what is not there is none.
 */
export const byLineage = (
  base: readonly Rule[],
  side: readonly Rule[],
  renames: readonly Rename[] = [],
): ByLineage => {
  const known = new Set(base.map(ruleKey))
  const held = new Set(side.map(ruleKey))
  const origins = new Map(
    renames
      .map(({ from, to }) => [ruleKey(to), ruleKey(from)] as const)
      .filter(([to, from]) => held.has(to) && known.has(from)),
  )
  const goneOn = new Set(origins.values())
  return new Map(
    side.map((rule) => {
      const key = ruleKey(rule)
      return [origins.get(key) ?? (known.has(key) && !goneOn.has(key) ? key : `new ${key}`), rule]
    }),
  )
}
