import type { Edit } from '../plan/edit'
import { ruleHash } from '../plan/rule-hash'
import { ruleKey } from '../plan/rule-id'

/**
 * Edits are named by the rule that they begin on, so a name that one rule gives up and a new one takes cannot be said
 * in two: the rule changes in place then, and what it was before is added under its new name.
 */
export const withoutReusedNames = (edits: readonly Edit[]): readonly Edit[] => {
  const additions = new Map(
    edits.filter(({ before }) => before === null).map((edit) => [ruleKey(edit), edit]),
  )
  const leaving = edits.filter((edit) => edit.before !== null && additions.has(ruleKey(edit)))
  if (leaving.length === 0) return edits
  const reused = new Set(leaving.map(ruleKey))
  const inPlaces = edits.flatMap((edit) => {
    if (!reused.has(ruleKey(edit))) return [edit]
    if (edit.before === null) return []
    const { newKey, ...rest } = edit
    const after = additions.get(ruleKey(edit))?.after ?? null
    const inPlace = isSame(edit.before, after) ? [] : [{ ...rest, after }]
    return newKey === undefined || edit.after === null
      ? inPlace
      : [...inPlace, { ...rest, key: newKey, before: null, after: edit.after }]
  })
  // What is added under its new name may take that of a third one.
  return withoutReusedNames(inPlaces)
}

const isSame = (before: string, after: string | null): boolean =>
  after !== null && ruleHash(before) === ruleHash(after)
