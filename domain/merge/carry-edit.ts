import type { Rename } from '../diff/diff-rules'
import { idAfterEdit } from '../plan/apply-edits'
import type { Edit } from '../plan/edit'
import type { Rule, RuleId } from '../plan/rule'
import { ruleFromText } from '../plan/rule-from-text'
import { ruleHash } from '../plan/rule-hash'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import type { MergeConflict, ResolveConflict } from './merge-conflict'
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

/** What people said about conflicts. */
export type Decisions = {
  readonly resolve?: ResolveConflict
  /** Whole schemas that were written by hand, by `ruleKey` of the edit. */
  readonly byHand?: ReadonlyMap<string, string>
}

/** What became of one edit. */
export type Outcome<E extends Edit> = { readonly edit: E } & (
  | { readonly carried: 'done' }
  | { readonly carried: E; readonly isDecided: boolean; readonly isMerged: boolean }
  | { readonly carried: 'conflict'; readonly conflict: EditConflict<E> }
)

/** Brings one edit to what head holds of its rule, under whatever name; null where head has no such rule. */
export const carryEdit = <E extends Edit>(
  edit: E,
  theirs: Rule | null,
  { resolve, byHand }: Decisions,
): Outcome<E> => {
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
export const editBetween = <E extends Edit>(
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

/** Head already is as the edit wants it, and was not so where the edit began. */
export const isDone = (edit: Edit, theirs: Rule | null, atHead: ReadonlyMap<string, Rule>): boolean => {
  if (theirs !== null && theirs.key !== edit.key) return false
  if (edit.newKey !== undefined && edit.newKey !== edit.key)
    return theirs === null && meansTheSame(edit.after, atHead.get(ruleKey(idAfterEdit(edit))) ?? null)
  return !meansTheSame(edit.before, theirs) && meansTheSame(edit.after, theirs)
}

const readRule = (id: RuleId, text: string | null): Rule | null => {
  const reading = text === null ? null : ruleFromText(id, text)
  return reading?.ok ? reading.rule : null
}

const meansTheSame = (text: string | null, rule: Rule | null): boolean =>
  text === null || rule === null
    ? text === null && rule === null
    : text === rule.schemaText || ruleHash(text) === rule.hash

export const conflictOf = <E extends Edit>(
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
