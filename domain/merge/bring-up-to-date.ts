import type { Rename } from '../diff/diff-rules'
import { applyEdits, idAfterEdit } from '../plan/apply-edits'
import type { Edit } from '../plan/edit'
import type { Rule, RuleId } from '../plan/rule'
import { ruleFromText } from '../plan/rule-from-text'
import { ruleHash } from '../plan/rule-hash'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import { waysOut } from './collision'
import { type MergeConflict, nameConflict, type ResolveConflict, schemaConflictOf } from './merge-conflict'
import { mergeRules } from './merge-rules'

/** An edit that head does not take without a person. Sides are texts of whole schemas, null where the rule is not. */
export type EditConflict<E extends Edit> = {
  readonly rule: RuleId
  readonly edit: E
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
  /** Both edits together, with ours where they collide. */
  readonly merged: string | null
  /** What collides: places within the rule, the rule as a whole, or its name. Never empty. */
  readonly places: readonly MergeConflict[]
}

export type BroughtUpToDate<E extends Edit> = {
  /** Edits that hold on head: `before` as head has it, `after` with what head changed elsewhere in the rule. */
  readonly edits: readonly E[]
  /** Those of `edits` that hold by what a person chose or wrote. */
  readonly decided: ReadonlySet<E>
  /** Those of `edits` that were merged with what head changed in the same rule, each with the edit as it was. */
  readonly merged: ReadonlyMap<E, E>
  readonly conflicts: readonly EditConflict<E>[]
  /** Edits that head already holds, or that were given up: nothing of them is left to do. */
  readonly done: readonly E[]
}

/** The plan's newest version. */
export type Head = {
  readonly rules: readonly Rule[]
  /** What head renamed since the version that the edits began on. */
  readonly renames?: readonly Rename[]
}

/** What people said about conflicts. */
export type Decisions = {
  readonly resolve?: ResolveConflict
  /** Whole schemas that were written by hand, by `ruleKey` of the edit. */
  readonly byHand?: ReadonlyMap<string, string>
}

/**
 * Carries the edits of a change request to the newest version of the plan. An edit of a rule that head left alone goes
 * along as it is; where head changed the same rule, both changes are merged place by place, and only what collides is
 * for a person. Edits follow a rule that head renamed.
 */
export const bringUpToDate = <E extends Edit>(
  edits: readonly E[],
  { rules, renames = [] }: Head,
  decisions: Decisions = {},
): BroughtUpToDate<E> => {
  const atHead = new Map(rules.map((rule) => [ruleKey(rule), rule]))
  const newIds = new Map(renames.map(({ from, to }) => [ruleKey(from), ruleKey(to)]))
  const outcomes = edits.map((edit) => {
    const theirs = atHead.get(newIds.get(ruleKey(edit)) ?? ruleKey(edit)) ?? null
    return isDone(edit, theirs, atHead) ? { edit, carried: 'done' as const } : carry(edit, theirs, decisions)
  })
  return withFreeNames(outcomes, rules, atHead, decisions)
}

type Outcome<E extends Edit> = { readonly edit: E } & (
  | { readonly carried: 'done' }
  | { readonly carried: E; readonly isDecided: boolean; readonly isMerged: boolean }
  | { readonly carried: 'conflict'; readonly conflict: EditConflict<E> }
)

const carry = <E extends Edit>(edit: E, theirs: Rule | null, { resolve, byHand }: Decisions): Outcome<E> => {
  const isFollowed = theirs !== null && theirs.key !== edit.key
  if (meansTheSame(edit.before, theirs) && !isFollowed)
    return {
      edit,
      carried: { ...edit, before: theirs?.schemaText ?? null },
      isDecided: false,
      isMerged: false,
    }
  const written = byHand?.get(ruleKey(edit))
  let isDecided = false
  const merged = mergeRules({
    ...sidesOf(edit, theirs),
    resolve: (conflict) => {
      const take = written !== undefined && conflict.kind === 'schema' ? 'ours' : resolve?.(conflict)
      isDecided ||= take !== undefined
      return take
    },
  })
  const [result] = merged.rules
  const after = result === undefined ? null : (written ?? result.schemaText)
  if (merged.conflicts.length > 0)
    return { edit, carried: 'conflict', conflict: conflictOf(edit, theirs, after, merged.conflicts) }
  const carried = editBetween(edit, theirs, result ?? null, after)
  return carried === null ? { edit, carried: 'done' } : { edit, carried, isDecided, isMerged: true }
}

const sidesOf = (edit: Edit, theirs: Rule | null) => {
  const [base, ours] = [readRule(edit, edit.before), readRule(idAfterEdit(edit), edit.after)]
  const renamed = (to: Rule | null): readonly Rename[] =>
    base && to && base.key !== to.key ? [{ from: ruleIdOf(base), to: ruleIdOf(to) }] : []
  return {
    base: listed(base),
    ours: listed(ours),
    theirs: listed(theirs),
    renames: { ours: renamed(ours), theirs: renamed(theirs) },
  }
}

const listed = (rule: Rule | null): readonly Rule[] => (rule === null ? [] : [rule])

/** From what head holds to what was merged; null where that is the same. Who wrote the edit goes along. */
const editBetween = <E extends Edit>(
  { newKey: _newKey, ...rest }: E,
  theirs: Rule | null,
  result: RuleId | null,
  after: string | null,
): E | null => {
  const id = theirs ?? result
  if (!id || (result === null && theirs === null)) return null
  const isRenamed = theirs !== null && result !== null && result.key !== null && result.key !== theirs.key
  if (!isRenamed && meansTheSame(after, theirs)) return null
  const edit = { ...rest, ...ruleIdOf(id), before: theirs?.schemaText ?? null, after }
  // What else the edit carries is not ours to name.
  return (isRenamed ? { ...edit, newKey: result.key } : edit) as unknown as E
}

/** What is clean by itself may still want a name that head has taken meanwhile. */
const withFreeNames = <E extends Edit>(
  outcomes: readonly Outcome<E>[],
  head: readonly Rule[],
  atHead: ReadonlyMap<string, Rule>,
  decisions: Decisions,
): BroughtUpToDate<E> => {
  const carried = outcomes.flatMap((outcome) =>
    typeof outcome.carried === 'object' ? [outcome.carried] : [],
  )
  const applied = applyEdits(head, carried)
  const refused = new Set(applied.ok ? [] : applied.problems.map(({ rule }) => ruleKey(rule)))
  const isRefused = (outcome: Outcome<E>) =>
    typeof outcome.carried === 'object' && refused.has(ruleKey(outcome.carried))
  if (outcomes.some(isRefused))
    return withFreeNames(
      outcomes.map((outcome) => (isRefused(outcome) ? withoutName(outcome, atHead, decisions) : outcome)),
      head,
      atHead,
      decisions,
    )
  const held = outcomes.flatMap((outcome) => ('isDecided' in outcome ? [outcome] : []))
  return {
    edits: carried,
    decided: new Set(held.filter(({ isDecided }) => isDecided).map(({ carried: to }) => to)),
    merged: new Map(held.filter(({ isMerged }) => isMerged).map(({ edit, carried: to }) => [to, edit])),
    conflicts: outcomes.flatMap((outcome) => ('conflict' in outcome ? [outcome.conflict] : [])),
    done: outcomes.flatMap(({ edit, carried: to }) => (to === 'done' ? [edit] : [])),
  }
}

/** The name is another rule's: the only way out is what head calls the rule, or to give up one that is new. */
const withoutName = <E extends Edit>(
  outcome: Outcome<E>,
  atHead: ReadonlyMap<string, Rule>,
  { resolve }: Decisions,
): Outcome<E> => {
  if (typeof outcome.carried !== 'object') return outcome
  const { edit, carried } = outcome
  const taker = atHead.get(ruleKey(idAfterEdit(carried))) ?? null
  const place = takenName(edit, carried, taker)
  const take = resolve?.(place)
  if (take === undefined || take === 'both' || take === 'ours')
    return { edit, carried: 'conflict', conflict: conflictOf(edit, taker, carried.after, [place]) }
  const kept = editBetween(carried, atHead.get(ruleKey(carried)) ?? null, carried, carried.after)
  return kept === null || carried.newKey === undefined
    ? { edit, carried: 'done' }
    : { edit, carried: kept, isDecided: true, isMerged: false }
}

const takenName = (edit: Edit, carried: Edit, taker: Rule | null): MergeConflict => {
  if (carried.newKey !== undefined) {
    const conflict = nameConflict(ruleIdOf(edit), {
      base: edit.key,
      ours: carried.newKey,
      theirs: carried.key,
    })
    return { ...conflict, resolutions: conflict.resolutions.filter(({ take }) => take !== 'ours') }
  }
  const sides = { base: undefined, ours: plain(carried.after), theirs: taker?.jsonSchema }
  const resolutions = waysOut(sides).filter(({ take }) => take === 'theirs')
  return schemaConflictOf(ruleIdOf(edit), { schemaPointer: '', keywords: null, ...sides, resolutions })
}

const plain = (text: string | null) => (text === null ? undefined : JSON.parse(text))

const readRule = (id: RuleId, text: string | null): Rule | null => {
  const reading = text === null ? null : ruleFromText(id, text)
  return reading?.ok ? reading.rule : null
}

const meansTheSame = (text: string | null, rule: Rule | null): boolean =>
  text === null || rule === null
    ? text === null && rule === null
    : text === rule.schemaText || ruleHash(text) === rule.hash

/** Head already is as the edit wants it, and was not so where the edit began. */
const isDone = (edit: Edit, theirs: Rule | null, atHead: ReadonlyMap<string, Rule>): boolean => {
  if (theirs !== null && theirs.key !== edit.key) return false
  if (edit.newKey !== undefined && edit.newKey !== edit.key)
    return theirs === null && meansTheSame(edit.after, atHead.get(ruleKey(idAfterEdit(edit))) ?? null)
  return !meansTheSame(edit.before, theirs) && meansTheSame(edit.after, theirs)
}

const conflictOf = <E extends Edit>(
  edit: E,
  theirs: Rule | null,
  merged: string | null,
  places: readonly MergeConflict[],
): EditConflict<E> => ({
  rule: ruleIdOf(edit),
  edit,
  base: edit.before,
  ours: edit.after,
  theirs: theirs?.schemaText ?? null,
  merged,
  places,
})
