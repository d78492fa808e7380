import type { Rule } from '../plan/rule'
import type { LintedPlan, RawFinding, Severity } from './lint-rule'
import { lintRules } from './lint-rules'
import { plannedProperties } from './planned-properties'

export type Finding = RawFinding & { readonly id: string; readonly severity: Severity }

/** A plan's own opinion on how bad a finding is, by the id of the lint rule; `off` leaves it out. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** What is worth looking at in a plan, in the order of the registry. */
export const lint = (rules: readonly Rule[], severities: Severities = {}): readonly Finding[] => {
  const plan: LintedPlan = {
    rules,
    events: rules.filter(
      (rule): rule is Rule & { key: string } => rule.type === 'TRACK' && rule.key !== null,
    ),
    properties: rules.flatMap(plannedProperties),
  }
  return lintRules.flatMap(({ id, severity, check }) => {
    const level = Object.hasOwn(severities, id) ? (severities[id] ?? severity) : severity
    return level === 'off' ? [] : check(plan).map((finding) => ({ id, severity: level, ...finding }))
  })
}
