import { isLeftToSegment } from '../plan/left-to-segment'
import type { Rule } from '../plan/rule'
import type { Finding, Found, LintRule } from './lint-rule'
import { lintRules } from './lint-rules'
import { lintedPlan } from './linted-plan'
import { type LintedRule, lintedRule } from './linted-rule'
import type { Severity } from './severity'
import { type LintRuleId, usualSeverities } from './usual-severities'

/** A plan's own opinion on how bad a finding is, by the id of the lint rule; `off` leaves it out. */
export type Severities = Readonly<Partial<Record<LintRuleId, Severity | 'off'>>>

/** What is worth looking at in a plan, in the order of the registry. Rules that are Segment's own are not looked at. */
export const lint = (rules: readonly Rule[], severities: Severities = {}): readonly Finding[] => {
  const looking = lintRules.flatMap(({ id, check, checkEach }): Looking[] => {
    const severity = severities[id] ?? usualSeverities[id]
    return severity === 'off'
      ? []
      : [{ check, each: checkEach?.(), found: foundBy(id, severity), findings: [] }]
  })
  const plan = lintedPlan(lookedAt(rules, looking))
  for (const { check, found, findings } of looking) if (check) addAll(findings, check(plan, found))
  return noFindings.concat(...looking.map(({ findings }) => findings))
}

type Looking = {
  readonly check: LintRule['check']
  readonly each: ReturnType<NonNullable<LintRule['checkEach']>> | undefined
  readonly found: Found
  readonly findings: Finding[]
}

/** One by one: fetching a rule from memory again for each check costs more than looking at it. */
function* lookedAt(rules: readonly Rule[], looking: readonly Looking[]): Generator<LintedRule> {
  for (const rule of rules) {
    if (isLeftToSegment(rule)) continue
    const linted = lintedRule(rule)
    for (const { each, found, findings } of looking) if (each) addAll(findings, each(linted, found))
    yield linted
  }
}

const noFindings: readonly Finding[] = []

const addAll = (findings: Finding[], more: readonly Finding[]): void => {
  for (const finding of more) findings.push(finding)
}

// One shape for all: a large plan has a hundred thousand findings.
const foundBy =
  (id: LintRuleId, severity: Severity): Found =>
  ({ rule, pointer }, message, fix) => ({ id, severity, rule, pointer, message, fix })
