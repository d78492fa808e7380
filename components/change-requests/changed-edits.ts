import type { EditView } from '@/contracts/change-request'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'

export type ChangedEdit = { readonly name: string; readonly what: 'new' | 'changed' | 'gone' }

/** Which edits are not as they were when somebody looked. */
export const changedEdits = (seen: readonly EditView[], now: readonly EditView[]): readonly ChangedEdit[] => {
  const [before, after] = [seen, now].map((edits) => new Map(edits.map((edit) => [ruleKey(edit), edit])))
  return [
    ...now.flatMap((edit): ChangedEdit[] => {
      const was = before?.get(ruleKey(edit))
      if (was === undefined) return [{ name: ruleName(edit), what: 'new' }]
      return isSame(was, edit) ? [] : [{ name: ruleName(edit), what: 'changed' }]
    }),
    ...seen.flatMap((edit): ChangedEdit[] =>
      after?.has(ruleKey(edit)) ? [] : [{ name: ruleName(edit), what: 'gone' }],
    ),
  ]
}

const isSame = (a: EditView, b: EditView) =>
  a.afterText === b.afterText && a.beforeText === b.beforeText && a.newKey === b.newKey
