import { idAfterEdit } from '@/domain/plan/apply-edits'
import type { Edit } from '@/domain/plan/edit'
import { ruleIdOf } from '@/domain/plan/rule-id'
import type { RuleText } from '@/server/ports/schema-judge'

/** The rule of an edit as it was and as it will be; null where there is none. */
export const editPair = (
  edit: Edit,
): { readonly before: RuleText | null; readonly after: RuleText | null } => ({
  before: edit.before === null ? null : { ...ruleIdOf(edit), schemaText: edit.before },
  after: edit.after === null ? null : { ...idAfterEdit(edit), schemaText: edit.after },
})
