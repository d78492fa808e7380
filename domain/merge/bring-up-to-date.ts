import { applyEdits } from '../plan/apply-edits'
import type { Edit } from '../plan/edit'
import type { Rule, RuleId } from '../plan/rule'
import { ruleHash } from '../plan/rule-hash'
import { ruleIdOf, ruleKey } from '../plan/rule-id'

/** An edit that head does not take as it stands. Sides are texts of whole schemas, null where the rule is not. */
export type EditConflict<E extends Edit> = {
  readonly rule: RuleId
  /** The place within the rule; always the whole rule for now. */
  readonly pointer: ''
  readonly edit: E
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
}

export type BroughtUpToDate<E extends Edit> = {
  /** Edits that hold on head, with `before` as head has it. */
  readonly edits: readonly E[]
  readonly conflicts: readonly EditConflict<E>[]
  /** Edits that head already holds: somebody made the same one. */
  readonly done: readonly E[]
}

/**
 * Carries the edits of a change request to the newest version of the plan. An edit is clean when the rule means the
 * same at head as where the edit began; what somebody else did to the same rule is a conflict for a person.
 */
export const bringUpToDate = <E extends Edit>(
  edits: readonly E[],
  head: readonly Rule[],
): BroughtUpToDate<E> => {
  const atHead = new Map(head.map((rule) => [ruleKey(rule), rule]))
  const clean: E[] = []
  const done: E[] = []
  const conflicts: EditConflict<E>[] = []
  for (const edit of edits) {
    const theirs = atHead.get(ruleKey(edit)) ?? null
    if (isDone(edit, atHead)) done.push(edit)
    else if (meansTheSame(edit.before, theirs)) clean.push({ ...edit, before: theirs?.schemaText ?? null })
    else conflicts.push(conflictOf(edit, theirs))
  }
  // What is clean by itself may still want a name that head has taken meanwhile.
  const applied = applyEdits(head, clean)
  const refused = new Set(applied.ok ? [] : applied.problems.map(({ rule }) => ruleKey(rule)))
  for (const edit of clean.filter((e) => refused.has(ruleKey(e))))
    conflicts.push(conflictOf(edit, atHead.get(newNameOf(edit)) ?? null))
  return { edits: clean.filter((edit) => !refused.has(ruleKey(edit))), conflicts, done }
}

const meansTheSame = (text: string | null, rule: Rule | null): boolean =>
  text === null || rule === null ? text === null && rule === null : ruleHash(text) === rule.hash

/** Head already is as the edit wants it, and was not so where the edit began. */
const isDone = (edit: Edit, atHead: ReadonlyMap<string, Rule>): boolean => {
  const here = atHead.get(ruleKey(edit)) ?? null
  if (edit.newKey !== undefined && edit.newKey !== edit.key)
    return here === null && meansTheSame(edit.after, atHead.get(newNameOf(edit)) ?? null)
  return !meansTheSame(edit.before, here) && meansTheSame(edit.after, here)
}

const newNameOf = (edit: Edit): string => ruleKey({ ...edit, key: edit.newKey ?? edit.key })

const conflictOf = <E extends Edit>(edit: E, theirs: Rule | null): EditConflict<E> => ({
  rule: ruleIdOf(edit),
  pointer: '',
  edit,
  base: edit.before,
  ours: edit.after,
  theirs: theirs?.schemaText ?? null,
})
