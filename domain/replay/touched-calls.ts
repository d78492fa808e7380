import { idAfterEdit } from '../plan/apply-edits'
import type { Edit } from '../plan/edit'
import { type Rule, type RuleId, type RuleType, ruleTypes } from '../plan/rule'

/** Calls by the type of the rule that judges them and their name. */
export type TouchedName = { readonly type: RuleType; readonly key: string | null }

/**
 * The calls that edits can make a difference to; all others are judged the same before and after. `names` is null
 * where a rule without a name is edited, which judges what no named rule does.
 */
export type TouchedCalls = {
  readonly types: readonly RuleType[]
  readonly names: readonly TouchedName[] | null
}

export const touchedCalls = (edits: readonly Edit[]): TouchedCalls => {
  if (edits.some(({ type }) => type === 'COMMON'))
    return { types: ruleTypes.filter((type) => type !== 'COMMON'), names: null }
  const types = [...new Set(edits.map(({ type }) => type))]
  if (edits.some(({ type, key }) => key === null && hasNames(type))) return { types, names: null }
  const names = edits.flatMap((edit) => [edit, idAfterEdit(edit)]).map(({ type, key }) => ({ type, key }))
  return {
    types,
    names: [...new Map(names.map((name) => [JSON.stringify([name.type, name.key]), name])).values()],
  }
}

const hasNames = (type: RuleType): boolean => type === 'PAGE' || type === 'SCREEN' || type === 'TRACK'

/** The rules that the touched calls can be judged by. */
export const rulesOfTouched = <R extends Pick<Rule, keyof RuleId>>(
  rules: readonly R[],
  { types, names }: TouchedCalls,
): readonly R[] => {
  const named = names && new Set(names.map(({ type, key }) => JSON.stringify([type, key])))
  return rules.filter(({ type, key }) => {
    if (type === 'COMMON') return true
    if (!types.includes(type)) return false
    return key === null || named === null || named.has(JSON.stringify([type, key]))
  })
}
