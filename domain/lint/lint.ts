import { isLeftToSegment } from '../plan/left-to-segment'
import type { Rule } from '../plan/rule'
import type { Finding, Found } from './lint-rule'
import { lintRules } from './lint-rules'
import { lintedPlan } from './linted-plan'
import type { Severity } from './severity'
import { type LintRuleId, usualSeverities } from './usual-severities'

/** A plan's own opinion on how bad a finding is, by the id of the lint rule; `off` leaves it out. */
export type Severities = Readonly<Partial<Record<LintRuleId, Severity | 'off'>>>

/** What is worth looking at in a plan, in the order of the registry. Rules that are Segment's own are not looked at. */
export const lint = (rules: readonly Rule[], severities: Severities = {}): readonly Finding[] => {
  const plan = lintedPlan(rules.filter((rule) => !isLeftToSegment(rule)))
  return lintRules.flatMap(({ id, check }) => {
    const severity = severities[id] ?? usualSeverities[id]
    return severity === 'off' ? [] : check(plan, foundBy(id, severity))
  })
}

// One shape for all: a large plan has a hundred thousand findings.
const foundBy =
  (id: LintRuleId, severity: Severity): Found =>
  ({ rule, pointer }, message, fix) => ({ id, severity, rule, pointer, message, fix })
