import type { EditInput, EditView } from '@/contracts/change-request'
import { sameRule } from '@/domain/plan/rule-id'
import type { Proposal } from './live-changes'

/** The proposal as an edit of a change request; null when it changes nothing. */
export const editOfProposal = ({ rule, before, after, newKey }: Proposal): EditInput | null => {
  if (after === null) return before === null ? null : { ...rule, jsonSchema: null }
  if (after === before && newKey === undefined) return null
  return {
    ...rule,
    jsonSchema: JSON.parse(after),
    schemaText: after,
    ...(newKey !== undefined && before !== null && { newKey }),
  }
}

/** A request's whole set of edits, with this rule's edit put in, replaced, or (null) taken out. */
export const withEdit = (
  edits: readonly EditView[],
  rule: Proposal['rule'],
  edit: EditInput | null,
): EditInput[] => {
  const put = edit === null ? [] : [edit]
  const isThere = edits.some((each) => sameRule(each, rule))
  const kept = edits.flatMap((each) => (sameRule(each, rule) ? put : [asInput(each)]))
  return isThere ? kept : [...kept, ...put]
}

const asInput = ({ type, key, version, newKey, after, afterText }: EditView): EditInput => ({
  type,
  key,
  version,
  ...(newKey !== undefined && { newKey }),
  jsonSchema: after as EditInput['jsonSchema'],
  ...(afterText !== null && { schemaText: afterText }),
})
