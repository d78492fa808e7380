import type { Rename } from '../diff/diff-rules'
import { schemaOf } from '../diff/schema-of'
import type { ExactJson } from '../plan/exact-json'
import { printLike } from '../plan/print-like'
import type { Rule, RuleId } from '../plan/rule'
import { ruleFromText } from '../plan/rule-from-text'
import { compareRuleIds, ruleIdOf, ruleKey } from '../plan/rule-id'
import { byLineage } from './by-lineage'
import { waysOut } from './collision'
import {
  type MergeConflict,
  type Names,
  nameConflict,
  type ResolveConflict,
  schemaConflictOf,
} from './merge-conflict'
import { mergeSchemas } from './merge-schemas'
import { type Standing, settleNames } from './settle-names'
import type { Sides } from './sides'

export type RulesMerged = {
  /** Hold our side where a conflict is open. */
  readonly rules: readonly Rule[]
  readonly conflicts: readonly MergeConflict[]
  /** From the base to the merged rules. */
  readonly renames: readonly Rename[]
}

export type MergeInput = {
  readonly base: readonly Rule[]
  readonly ours: readonly Rule[]
  readonly theirs: readonly Rule[]
  /** What each side is known to have renamed since the base. */
  readonly renames?: { readonly ours?: readonly Rename[]; readonly theirs?: readonly Rename[] }
  readonly resolve?: ResolveConflict
}

type RuleSides = Readonly<Record<'base' | 'ours' | 'theirs', Rule | undefined>>

type Settlement = {
  readonly resolve: ResolveConflict
  readonly onOpen: (conflict: MergeConflict) => void
}

/**
 * Merges two edits of one plan: rules by lineage, then their names, then the nodes of their schemas. A rule that is
 * taken whole keeps its text. Ordered by identity.
 */
export const mergeRules = ({
  base,
  ours,
  theirs,
  renames = {},
  resolve = () => undefined,
}: MergeInput): RulesMerged => {
  const conflicts: MergeConflict[] = []
  const settlement: Settlement = { resolve, onOpen: (conflict) => conflicts.push(conflict) }
  const [was, mine, yours] = [
    byLineage(base, base),
    byLineage(base, ours, renames.ours),
    byLineage(base, theirs, renames.theirs),
  ]
  const lineages = new Set([...was.keys(), ...yours.keys(), ...mine.keys()])
  const standing = [...lineages].flatMap((lineage) =>
    mergeLineage({ base: was.get(lineage), ours: mine.get(lineage), theirs: yours.get(lineage) }, settlement),
  )
  const named = settleNames(standing, resolve, settlement.onOpen)
  return {
    rules: named.map(({ key, rule }) => (rule.key === key ? rule : { ...rule, key })).sort(compareRuleIds),
    conflicts: conflicts.sort((a, b) => compareRuleIds(a.rule, b.rule)),
    renames: named
      .filter(({ origin, key }) => origin.key !== key && was.has(ruleKey(origin)))
      .map(({ origin, key }) => ({ from: origin, to: { ...origin, key } })),
  }
}

const mergeLineage = (sides: RuleSides, { resolve, onOpen }: Settlement): readonly Standing[] => {
  const known = sides.base ?? sides.ours ?? sides.theirs
  if (!known) return []
  const origin = ruleIdOf(known)
  let isOpen = false
  const opened: Settlement = {
    resolve,
    onOpen: (conflict) => {
      // A place within the rule says nothing about whether it stands, and what it is called.
      isOpen ||= conflict.schemaPointer === '' && conflict.keywords === null
      onOpen(conflict)
    },
  }
  const rule = mergeRule(origin, sides, opened)
  if (!rule) return []
  const names = { base: sides.base?.key, ours: sides.ours?.key, theirs: sides.theirs?.key }
  const key = mergeName(origin, names, rule, opened)
  return [{ origin, names, rule, key, isOpen }]
}

/** By content and name, so that another order of keys or another spelling is no edit. */
const isSame = (a: Rule | undefined, b: Rule | undefined): boolean => a?.key === b?.key && meansTheSame(a, b)

/** Hashes are taken only where the texts differ. */
const meansTheSame = (a: Rule | undefined, b: Rule | undefined): boolean =>
  a?.schemaText === b?.schemaText || a?.hash === b?.hash

/** What one side removes while the other edits or renames it is a conflict of the whole rule. */
const mergeRule = (id: RuleId, sides: RuleSides, settlement: Settlement): Rule | undefined => {
  const { base, ours, theirs } = sides
  if (isSame(theirs, base) || isSame(ours, theirs)) return ours
  if (isSame(ours, base)) return theirs
  if (base && (!ours || !theirs)) return chosenWhole(id, sides, settlement)
  if (meansTheSame(ours, theirs) || meansTheSame(theirs, base)) return ours
  if (meansTheSame(ours, base)) return theirs
  const { resolve, onOpen } = settlement
  const merged = mergeSchemas(schemasOf(sides), (conflict) => resolve(schemaConflictOf(id, conflict)))
  for (const conflict of merged.conflicts) onOpen(schemaConflictOf(id, conflict))
  if (merged.schema === undefined) return undefined
  const text = printLike((ours ?? theirs)?.schemaText ?? '', merged.schema)
  const reading = ruleFromText(id, text)
  // Two schemas within bounds can be too large together; then a person has to give something up.
  if (!reading.ok) return chosenWhole(id, sides, settlement)
  return [ours, theirs, base].find((side) => side?.hash === reading.rule.hash) ?? reading.rule
}

const chosenWhole = (id: RuleId, sides: RuleSides, { resolve, onOpen }: Settlement): Rule | undefined => {
  const schemas = schemasOf(sides)
  const whole = { schemaPointer: '', keywords: null, ...schemas, resolutions: waysOut(schemas) }
  const conflict = schemaConflictOf(id, whole)
  const take = resolve(conflict)
  if (take !== undefined && take !== 'both') return sides[take]
  onOpen(conflict)
  return sides.ours
}

const schemasOf = ({ base, ours, theirs }: RuleSides): Sides => {
  const schema = (rule: Rule | undefined): ExactJson | undefined => rule && schemaOf(rule)
  return { base: schema(base), ours: schema(ours), theirs: schema(theirs) }
}

const mergeName = (
  origin: RuleId,
  names: Names,
  rule: Rule,
  { resolve, onOpen }: Settlement,
): string | null => {
  const { base = null, ours, theirs } = names
  // Where a side has no such rule, the rule is the other side's and so is its name.
  if (ours === undefined || theirs === undefined) return rule.key
  if (theirs === base || ours === theirs) return ours
  if (ours === base) return theirs
  const conflict = nameConflict(origin, names)
  const take = resolve(conflict)
  if (take !== undefined && take !== 'both') return names[take] ?? null
  onOpen(conflict)
  return ours
}
