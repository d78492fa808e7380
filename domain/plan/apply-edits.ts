import type { Edit } from './edit'
import type { Rule, RuleId } from './rule'
import { ruleFromText } from './rule-from-text'
import { checkRuleId, compareRuleIds, ruleIdOf, ruleKey } from './rule-id'

export type EditProblemCode =
  /** The rule to change, rename or remove is not in the plan. */
  | 'missing'
  /** The rule to add, or the new name, is there already. */
  | 'exists'
  /** Two edits of one rule. */
  | 'duplicate-edit'
  /** An edit that says nothing, or whose identity no rule can have. */
  | 'invalid-edit'
  /** The schema after the edit is no JSON, or too large. */
  | 'unreadable-schema'

export type EditProblem = {
  readonly code: EditProblemCode
  readonly rule: RuleId
  readonly message: string
}

export type EditsApplied =
  | { readonly ok: true; readonly rules: readonly Rule[] }
  | { readonly ok: false; readonly problems: readonly EditProblem[] }

/** The identity of a rule after its edit; the same as before unless the edit renames. */
export const idAfterEdit = (edit: RuleId & Pick<Edit, 'newKey'>): RuleId => ({
  type: edit.type,
  key: edit.newKey ?? edit.key,
  version: edit.version,
})

/**
 * The rules as they are after the edits, all of which happen at once: two rules may swap names. Untouched rules stay
 * the same objects in the same order; added rules come last. Whether `before` is still what the plan holds is
 * `bringUpToDate`'s question, not asked here.
 */
export const applyEdits = (rules: readonly Rule[], edits: readonly Edit[]): EditsApplied => {
  const present = new Set(rules.map(ruleKey))
  const touched = new Map<string, Edit>()
  const problems: EditProblem[] = []
  const after = new Map<string, Rule>()

  for (const edit of edits) {
    const key = ruleKey(edit)
    const problem = touched.has(key)
      ? problemOf(edit, 'duplicate-edit', 'is edited twice')
      : problemWith(edit, present)
    if (problem) problems.push(problem)
    touched.set(key, edit)
    if (problem || edit.after === null) continue
    const reading = ruleFromText(idAfterEdit(edit), edit.after)
    if (reading.ok) after.set(key, reading.rule)
    else problems.push(problemOf(edit, 'unreadable-schema', reading.refusal.message))
  }
  const kept = rules.flatMap((rule) =>
    touched.has(ruleKey(rule)) ? (after.get(ruleKey(rule)) ?? []) : [rule],
  )
  const added = [...after].filter(([key]) => !present.has(key)).map(([, rule]) => rule)
  const result = [...kept, ...added]
  problems.push(...collisions(result, [...touched.values()]))
  return problems.length === 0 ? { ok: true, rules: result } : { ok: false, problems: inOrder(problems) }
}

const problemWith = (edit: Edit, present: ReadonlySet<string>): EditProblem | null => {
  if (edit.before === null && edit.after === null)
    return problemOf(edit, 'invalid-edit', 'is neither added nor removed')
  if (edit.newKey !== undefined && (edit.before === null || edit.after === null))
    return problemOf(edit, 'invalid-edit', 'only a rule that stays can be renamed')
  const idProblem = checkRuleId(edit) ?? checkRuleId(idAfterEdit(edit))
  if (idProblem)
    return problemOf(edit, 'invalid-edit', `has an identity that no rule can have (${idProblem})`)
  const isPresent = present.has(ruleKey(edit))
  if (edit.before === null && isPresent) return problemOf(edit, 'exists', 'is in the plan already')
  if (edit.before !== null && !isPresent) return problemOf(edit, 'missing', 'is not in the plan')
  return null
}

/** A name that an added or renamed rule took while another rule keeps it. */
const collisions = (result: readonly Rule[], edits: readonly Edit[]): EditProblem[] => {
  const counts = new Map<string, number>()
  for (const rule of result) counts.set(ruleKey(rule), (counts.get(ruleKey(rule)) ?? 0) + 1)
  return edits
    .filter((edit) => edit.after !== null && (edit.before === null || edit.newKey !== undefined))
    .filter((edit) => (counts.get(ruleKey(idAfterEdit(edit))) ?? 0) > 1)
    .map((edit) => problemOf(edit, 'exists', `${JSON.stringify(idAfterEdit(edit).key)} is taken already`))
}

const problemOf = (edit: Edit, code: EditProblemCode, message: string): EditProblem => ({
  code,
  rule: ruleIdOf(edit),
  message,
})

const inOrder = (problems: readonly EditProblem[]): EditProblem[] =>
  [...problems].sort((a, b) => compareRuleIds(a.rule, b.rule))
