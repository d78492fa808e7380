import { applyEdits, type EditProblem, idAfterEdit } from '../plan/apply-edits'
import type { Edit } from '../plan/edit'
import type { Rule, RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { lint } from './lint'
import type { Finding } from './lint-rule'

/** `isNew`: the plan did not have it before the edits. */
export type EditFinding = Finding & { readonly isNew: boolean }

export type EditsLinted =
  | { readonly ok: true; readonly findings: readonly EditFinding[] }
  | { readonly ok: false; readonly problems: readonly EditProblem[] }

/**
 * What lint has to say about edits of a plan: everything that they bring in, wherever it shows, and what was there
 * already in the rules that they touch. The new ones come first. `before` is what lint finds in the rules without the
 * edits, for callers that know it.
 */
export const lintEdits = (
  rules: readonly Rule[],
  edits: readonly Edit[],
  before: readonly Finding[] = lint(rules),
): EditsLinted => {
  const applied = applyEdits(rules, edits)
  if (!applied.ok) return applied
  const known = knownPlaces(before, edits)
  const touched = new Set(edits.map((edit) => ruleKey(idAfterEdit(edit))))
  const findings = lint(applied.rules).map((finding) => ({ ...finding, isNew: !known(finding) }))
  const isShown = ({ isNew, rule }: EditFinding) =>
    isNew || (rule !== undefined && touched.has(ruleKey(rule)))
  const shown = findings.filter(isShown)
  return {
    ok: true,
    findings: [...shown.filter(({ isNew }) => isNew), ...shown.filter(({ isNew }) => !isNew)],
  }
}

/**
 * Whether the plan had a finding already. Words do not count where the place is the same, since they name others
 * (nearly `"B"`, then nearly `"B", "C"`); of several in one place as many are known as there were.
 */
const knownPlaces = (before: readonly Finding[], edits: readonly Edit[]): ((finding: Finding) => boolean) => {
  const renamed = new Map(edits.map((edit) => [ruleKey(edit), ruleKey(idAfterEdit(edit))]))
  const left = new Map<string, number>()
  for (const finding of before) {
    const place = placeOf(finding, (rule) => renamed.get(ruleKey(rule)) ?? ruleKey(rule))
    left.set(place, (left.get(place) ?? 0) + 1)
  }
  return (finding) => {
    const place = placeOf(finding, ruleKey)
    const count = left.get(place) ?? 0
    left.set(place, count - 1)
    return count > 0
  }
}

const placeOf = ({ id, rule, pointer }: Finding, nameOf: (rule: RuleId) => string): string =>
  JSON.stringify([id, rule ? nameOf(rule) : null, pointer ?? null])
