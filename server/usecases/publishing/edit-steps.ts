import { idAfterEdit } from '@/domain/plan/apply-edits'
import type { Edit } from '@/domain/plan/edit'
import type { RuleId } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf } from '@/domain/plan/rule-id'
import type { RuleStep } from '@/server/ports/rule-store'

/** The steps by which edits make a plan version out of the one before. */
export const stepsOf = (edits: readonly Edit[]): readonly RuleStep[] => edits.map(stepOf)

const stepOf = (edit: Edit): RuleStep => {
  if (edit.after === null) return { kind: 'remove', id: ruleIdOf(edit) }
  const reading = ruleFromText(idAfterEdit(edit), edit.after)
  if (!reading.ok) throw new Error(`A stored edit cannot be read: ${reading.refusal.message}`)
  const { rule } = reading
  if (edit.before === null) return { kind: 'add', rule }
  return isRename(edit) ? { kind: 'rename', from: ruleIdOf(edit), rule } : { kind: 'change', rule }
}

/** The edits that take everything back. */
export const invertEdits = (edits: readonly Edit[]): readonly Edit[] =>
  edits.map((edit) => {
    const back = { ...idAfterEdit(edit), before: edit.after, after: edit.before }
    return isRename(edit) && edit.key !== null ? { ...back, newKey: edit.key } : back
  })

export const renamesOf = (
  edits: readonly Edit[],
): readonly { readonly from: RuleId; readonly to: RuleId }[] =>
  edits.filter(isRename).map((edit) => ({ from: ruleIdOf(edit), to: idAfterEdit(edit) }))

/** Every identity that the edits touch, before or after. */
export const touchedBy = (edits: readonly Edit[]): readonly RuleId[] =>
  edits.flatMap((edit) => (isRename(edit) ? [ruleIdOf(edit), idAfterEdit(edit)] : [ruleIdOf(edit)]))

const isRename = (edit: Edit): boolean => edit.newKey !== undefined && edit.newKey !== edit.key
