import type { Rename } from '../diff/diff-rules'
import { schemaOf } from '../diff/schema-of'
import { type BroughtUpToDate, bringUpToDate } from '../merge/bring-up-to-date'
import type { Edit } from '../plan/edit'
import { isLeftToSegment } from '../plan/left-to-segment'
import { printJson } from '../plan/print-json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleHash } from '../plan/rule-hash'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import { commonGround } from './common-ground'
import { pairRules } from './pair-rules'
import { withoutReusedNames } from './reused-names'

/** A rule with what stays the same when it is renamed. */
export type TracedRule = Rule & { readonly lineage: string }

export type PromotionSides = {
  /** The followed plan as it was when it was last promoted; empty at the first time. */
  readonly from: readonly TracedRule[]
  /** The version of it that is promoted. */
  readonly upstream: readonly TracedRule[]
  /** The newest version of the plan that follows. */
  readonly head: readonly TracedRule[]
  /** Every name that a lineage of either plan bore up to then; one that was never renamed may be left out. */
  readonly names: ReadonlyMap<string, readonly RuleId[]>
  /** Makes the follower the same: what only it has is removed, what it changed itself is overwritten. */
  readonly isExact: boolean
}

export type PromotionEdits = BroughtUpToDate<Edit> & {
  /** The same as edits of what was promoted last: what is merged with the follower's head. */
  readonly raw: readonly Edit[]
  /** How the follower calls rules that `raw` names otherwise. */
  readonly renames: readonly Rename[]
}

/**
 * The edits that bring a version of a plan to one that follows it: three ways, from what was promoted last. What only
 * the follower has stays, what it changed itself is merged place by place, and what collides is for a person. At the
 * first time the two have never met: then what both hold is the common ground.
 */
export const promotionEdits = (sides: PromotionSides): PromotionEdits => {
  const { head, isExact } = sides
  const paired = pairedRules(sides)
  const taken = new Set(head.map(ruleKey))
  const edits = withoutReusedNames(
    isExact
      ? [...paired.flatMap(exactEdit), ...removalsOfOthers(head, paired)]
      : paired.flatMap((pair) => upstreamEdit(pair, taken)),
  )
  const renames = isExact
    ? []
    : paired.flatMap(({ was, own }) =>
        was && own && was.key !== own.key ? [{ from: ruleIdOf(was), to: ruleIdOf(own) }] : [],
      )
  return { ...bringUpToDate(edits, { rules: head, renames }), raw: edits, renames }
}

/** One rule of upstream, and the follower's own that goes on from it. */
type Paired = { readonly was: Rule | null; readonly now: Rule | null; readonly own: Rule | null }

const pairedRules = ({ from, upstream, head, names }: PromotionSides): readonly Paired[] => {
  const was = new Map(from.map((rule) => [rule.lineage, rule]))
  const now = new Map(upstream.map((rule) => [rule.lineage, rule]))
  const everOf = (lineage: string, ...rules: readonly (Rule | null)[]) => [
    ...(names.get(lineage) ?? []),
    ...rules.filter((rule) => rule !== null),
  ]
  const rules = [...new Set([...was.keys(), ...now.keys()])].map((lineage) => {
    const [before, after] = [was.get(lineage) ?? null, now.get(lineage) ?? null]
    return { was: before, now: after, ever: everOf(lineage, before, after) }
  })
  const followers = head.map((rule) => ({ now: rule, ever: everOf(rule.lineage, rule) }))
  const pairs = pairRules(rules, followers)
  return rules.map((rule) => ({ was: rule.was, now: rule.now, own: pairs.get(rule)?.now ?? null }))
}

const upstreamEdit = ({ was, now, own }: Paired, taken: ReadonlySet<string>): readonly Edit[] => {
  // Where the follower gave the name to another rule, the one that bore it is not there to be changed.
  if (was && !own && taken.has(ruleKey(was))) return now ? editOf(ruleIdOf(now), null, now) : []
  if (was) return editOf(ruleIdOf(was), was.schemaText, now)
  if (!now) return []
  if (!own) return editOf(ruleIdOf(now), null, now)
  return editOf(ruleIdOf(own), printJson(commonGround(schemaOf(own), schemaOf(now))), now)
}

const exactEdit = ({ now, own }: Paired): readonly Edit[] => {
  if (!now) return own ? editOf(ruleIdOf(own), own.schemaText, null) : []
  return editOf(ruleIdOf(own ?? now), own?.schemaText ?? null, now)
}

const removalsOfOthers = (head: readonly Rule[], paired: readonly Paired[]): readonly Edit[] => {
  const known = new Set(paired.map(({ own }) => own))
  return head
    .filter((rule) => !known.has(rule))
    .flatMap((rule) => editOf(ruleIdOf(rule), rule.schemaText, null))
}

/** Nothing where both sides say the same, and where the rule is Segment's to keep. */
const editOf = (id: RuleId, before: string | null, now: Rule | null): readonly Edit[] => {
  if (now === null) return before === null || isLeftToSegment(id) ? [] : [{ ...id, before, after: null }]
  const isRenamed = before !== null && now.key !== null && now.key !== id.key
  const isSame = before !== null && (before === now.schemaText || ruleHash(before) === now.hash)
  if (isSame && !isRenamed) return []
  return [{ ...id, ...(isRenamed ? { newKey: now.key } : {}), before, after: now.schemaText }]
}
