import type { Rule } from '../plan/rule'
import { fixFindings } from './fix-findings'
import { lint, type Severities } from './lint'
import type { Finding } from './lint-rule'

export type PlanFixed = {
  readonly rules: readonly Rule[]
  /** What was fixed, in the order in which it was done. */
  readonly fixed: readonly Finding[]
  /** What is left to people. */
  readonly left: readonly Finding[]
}

/** Carries out every certain fix of a plan. What is switched off is not fixed. */
export const fixPlan = (rules: readonly Rule[], severities: Severities = {}): PlanFixed => {
  let plan = rules
  const fixed: Finding[] = []
  for (;;) {
    const findings = lint(plan, severities)
    const fixable = findings.filter(({ fix }) => fix !== undefined)
    const after = fixFindings(plan, fixable)
    // What is read anew can hold something that could not be seen before; a fix that changes nothing ends it.
    if (after.every((rule, i) => rule === plan[i])) return { rules: plan, fixed, left: findings }
    plan = after
    fixed.push(...fixable)
  }
}
