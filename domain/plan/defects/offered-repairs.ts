import type { Rule } from '../rule'
import type { Defect } from './known-defects'
import { repairRule } from './repair-rule'
import type { Repair } from './repair-schema'

/** A repair that could be made, and the rule with it and no other. */
export type OfferedRepair = Repair & { readonly alone: Rule }

export type OfferedRepairs = {
  readonly repairs: readonly OfferedRepair[]
  /** Defects that nothing can be done about. */
  readonly left: readonly Defect[]
}

/** What could be repaired in a rule, guesses included, of that for which strict validators refuse its schema. */
export const offeredRepairs = (rule: Rule): OfferedRepairs => {
  const { repairs, left } = repairRule(rule, { choose: isRefused })
  return {
    repairs: repairs.map((repair) => ({ ...repair, alone: only(rule, repair.defect) })),
    left: left.filter(({ strict }) => strict === 'refuses'),
  }
}

/** The rule with its certain repairs, and with those guesses that somebody said yes to, named by their pointers. */
export const withChosenRepairs = (rule: Rule, guesses: ReadonlySet<string>) =>
  repairRule(rule, {
    choose: (offered) =>
      isRefused(offered) && (offered.certainty === 'certain' || guesses.has(offered.defect.pointer)),
  })

// The others are noise that every validator passes over, much of it put there by Segment itself.
const isRefused = ({ defect }: { readonly defect: Defect }): boolean => defect.strict === 'refuses'

const only = (rule: Rule, { name, pointer }: Defect): Rule =>
  repairRule(rule, { choose: ({ defect }) => defect.name === name && defect.pointer === pointer }).rule
