import type { EditGroupView, GroupedEdit } from '@/contracts/review-view'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'

export type ChangedEdit = { readonly name: string; readonly what: 'new' | 'changed' | 'gone' }

type Groups = readonly Pick<EditGroupView, 'edits'>[]

/** Which edits are not as they were when somebody looked. */
export const changedEdits = (seen: Groups, now: Groups): readonly ChangedEdit[] => {
  const [before, after] = [editsByRule(seen), editsByRule(now)]
  return [
    ...[...after].flatMap(([key, edit]): ChangedEdit[] => {
      const was = before.get(key)
      if (was === undefined) return [{ name: ruleName(edit), what: 'new' }]
      return was.hash === edit.hash ? [] : [{ name: ruleName(edit), what: 'changed' }]
    }),
    ...[...before].flatMap(([key, edit]): ChangedEdit[] =>
      after.has(key) ? [] : [{ name: ruleName(edit), what: 'gone' }],
    ),
  ]
}

const editsByRule = (groups: Groups): ReadonlyMap<string, GroupedEdit> =>
  new Map(groups.flatMap(({ edits }) => edits.map((edit) => [ruleKey(edit), edit] as const)))
