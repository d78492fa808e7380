import { compareExact } from '../compatibility/compare-exact'
import type { Rename } from '../diff/diff-rules'
import { schemaOf } from '../diff/schema-of'
import type { Json } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf, ruleKey } from '../plan/rule-id'

/** Whose messages are refused: those that followed the base, or one of the sides. */
export type Against = 'base' | 'ours' | 'theirs'

/** A merged rule that refuses what was accepted, though the edit that brings it was safe by itself. */
export type JointBreak = {
  /** The identity in the merged plan. */
  readonly rule: RuleId
  readonly against: Against
  /** A message that was accepted there and is refused by the merged rule, both checked. */
  readonly witness: Json
}

/** One rule on all sides. */
export type MergedRule = Readonly<Record<Against | 'merged', Rule>>

/**
 * Whether two edits that are proved safe, each by itself, break together; null where they do not, or where it could
 * not be established. One side lets something arrive, say, and the other limits what could not arrive before. Planned
 * names are read as a plan means them.
 */
export const jointBreakOf = ({ base, ours, theirs, merged }: MergedRule): JointBreak | null => {
  if ([base, ours, theirs].some((side) => side.schemaText === merged.schemaText || side.hash === merged.hash))
    return null
  const isOursSafe = verdictOf(base, ours).verdict === 'safe'
  const isTheirsSafe = verdictOf(base, theirs).verdict === 'safe'
  const broken = (against: Against, before: Rule, isBlameless: boolean): JointBreak | null => {
    const answer = isBlameless ? verdictOf(before, merged) : null
    return answer?.verdict === 'breaking'
      ? { rule: ruleIdOf(merged), against, witness: answer.witness }
      : null
  }
  return (
    broken('base', base, isOursSafe && isTheirsSafe) ??
    broken('theirs', theirs, isOursSafe) ??
    broken('ours', ours, isTheirsSafe)
  )
}

export type MergeToCheck = {
  readonly base: readonly Rule[]
  readonly ours: readonly Rule[]
  readonly theirs: readonly Rule[]
  readonly merged: readonly Rule[]
  /** From the base to each of the others. */
  readonly renames?: Readonly<Partial<Record<'ours' | 'theirs' | 'merged', readonly Rename[]>>>
}

/** The rules of a merged plan that both sides changed, on all sides. Only these can break together. */
export const rulesToRecheck = ({
  base,
  ours,
  theirs,
  merged,
  renames = {},
}: MergeToCheck): readonly MergedRule[] => {
  const mine = byOrigin(ours, renames.ours)
  const yours = byOrigin(theirs, renames.theirs)
  const result = byOrigin(merged, renames.merged)
  return base.flatMap((was) => {
    const key = ruleKey(was)
    const [our, their, now] = [mine.get(key), yours.get(key), result.get(key)]
    if (!our || !their || !now) return []
    const isOfBoth = [was, our, their].every(({ schemaText }) => schemaText !== now.schemaText)
    return isOfBoth ? [{ base: was, ours: our, theirs: their, merged: now }] : []
  })
}

/** A sentence for whoever made our edit. */
export const describeJointBreak = ({ against }: Pick<JointBreak, 'against'>): string => sentences[against]

const sentences: Readonly<Record<Against, string>> = {
  base: 'Each edit alone accepts everything that was accepted; together they refuse some of it.',
  ours: 'The other edit is safe by itself, and refuses something that this one lets arrive.',
  theirs: 'This edit is safe by itself, and refuses something that the other one lets arrive.',
}

const verdictOf = (before: Rule, after: Rule) =>
  compareExact(schemaOf(before), schemaOf(after), { plannedNames: true })

/** Rules by their identity in the base. */
const byOrigin = (rules: readonly Rule[], renames: readonly Rename[] = []): ReadonlyMap<string, Rule> => {
  const origins = new Map(renames.map(({ from, to }) => [ruleKey(to), ruleKey(from)]))
  return new Map(rules.map((rule) => [origins.get(ruleKey(rule)) ?? ruleKey(rule), rule]))
}
