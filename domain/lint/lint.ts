import { isLeftToSegment } from '../plan/left-to-segment'
import type { Rule } from '../plan/rule'
import type { Finding, Found } from './lint-rule'
import { lintRules } from './lint-rules'
import { lintedPlan } from './linted-plan'
import { type LintedRule, lintedRule } from './linted-rule'
import type { Severity } from './severity'
import { type LintRuleId, usualSeverities } from './usual-severities'

/** A plan's own opinion on how bad a finding is, by the id of the lint rule; `off` leaves it out. */
export type Severities = Readonly<Partial<Record<LintRuleId, Severity | 'off'>>>

/** What is worth looking at in a plan, in the order of the registry. Rules that are Segment's own are not looked at. */
export const lint = (rules: readonly Rule[], severities: Severities = {}): readonly Finding[] => {
  const looking = lintRules.flatMap(({ id, check, checkEach }) => {
    const severity = severities[id] ?? usualSeverities[id]
    const findings: (readonly Finding[])[] = []
    return severity === 'off' ? [] : [{ check, each: checkEach?.(), found: foundBy(id, severity), findings }]
  })
  const linted: LintedRule[] = []
  // All checks look at a rule while it is at hand: fetching it from memory again for each costs more than looking.
  for (const rule of rules) {
    if (isLeftToSegment(rule)) continue
    const one = lintedRule(rule)
    linted.push(one)
    for (const { each, found, findings } of looking) if (each) findings.push(each(one, found))
  }
  const plan = lintedPlan(linted)
  for (const { check, found, findings } of looking) if (check) findings.push(check(plan, found))
  return looking.flatMap(({ findings }) => findings.flat())
}

// One shape for all: a large plan has a hundred thousand findings.
const foundBy =
  (id: LintRuleId, severity: Severity): Found =>
  ({ rule, pointer }, message, fix) => ({ id, severity, rule, pointer, message, fix })
