import { expect, test } from 'vitest'
import type { Rule } from '../plan/rule'
import { lint } from './lint'
import type { LintRuleId } from './usual-severities'

/** A plan, and the places where the rule finds something: `Event` or `Event /pointer`; none where all is well. */
export type LintCase = readonly [name: string, plan: readonly Rule[], places: readonly string[]]

/** Reads one lint rule's table of plans, of which some must be well and some not. */
export const finds = (id: LintRuleId, cases: readonly LintCase[]): void => {
  test.each(cases)(`${id}: %s`, (_name, plan, places) => {
    const found = lint(plan).filter((finding) => finding.id === id)
    const placeOf = ({ rule, pointer }: (typeof found)[number]) =>
      [rule?.key ?? rule?.type, pointer].filter((part) => part !== undefined).join(' ')
    expect(found.map(placeOf)).toEqual(places)
    for (const { message } of found) expect(message).toMatch(/[.]$/)
  })
  test(`${id} has a plan that is well and one that is not`, () => {
    expect(new Set(cases.map(([, , places]) => places.length > 0)).size).toBe(2)
  })
}
