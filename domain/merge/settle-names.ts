import type { Rule, RuleId } from '../plan/rule'
import { compareRuleIds, ruleKey } from '../plan/rule-id'
import { type MergeConflict, type Names, nameConflict, type ResolveConflict } from './merge-conflict'
import type { Take } from './take'

/** A rule of the result, what each side calls it, and what it shall be called. */
export type Standing = {
  /** The identity in the base, or the rule's own where it is new. */
  readonly origin: RuleId
  readonly names: Names
  readonly key: string | null
  readonly rule: Rule
  /** Whether the rule stands, or is called so, only until a person has said. */
  readonly isOpen: boolean
}

/**
 * No two rules can have one name. Where both sides gave it to different rules, the rule of the side that is taken has
 * it; the other one is called what that side calls it, and falls away where that side has no such rule.
 */
export const settleNames = (
  standing: readonly Standing[],
  resolve: ResolveConflict,
  onOpen: (conflict: MergeConflict) => void,
): readonly Standing[] => {
  let settled = standing
  // Names that were given back can be wanted by others in turn; after so many rounds one side has all of its own.
  for (let round = 0; round <= standing.length; round += 1) {
    const crowds = crowdedNames(settled)
    if (crowds.length === 0) return settled
    for (const crowd of crowds) settled = spread(settled, crowd, takenIn(crowd, resolve, onOpen))
  }
  for (const [first, ...others] of crowdedNames(settled))
    settled = settled.filter((one) => one === first || !others.includes(one))
  return settled
}

const crowdedNames = (standing: readonly Standing[]): readonly (readonly Standing[])[] => {
  const holders = new Map<string, Standing[]>()
  for (const one of standing) {
    const name = ruleKey({ ...one.origin, key: one.key })
    const held = holders.get(name)
    if (held) held.push(one)
    else holders.set(name, [one])
  }
  return [...holders.values()].filter((crowd) => crowd.length > 1)
}

type Taken = { readonly side: Exclude<Take, 'both'>; readonly isOpen: boolean }

/**
 * The conflict is told of a rule that came to the name from another one. What crowds only until another conflict is
 * settled is none of its own.
 */
const takenIn = (
  crowd: readonly Standing[],
  resolve: ResolveConflict,
  onOpen: (conflict: MergeConflict) => void,
): Taken => {
  const sure = crowd.filter(({ isOpen }) => !isOpen).sort((a, b) => compareRuleIds(a.origin, b.origin))
  const [first] = sure
  if (!first || sure.length < 2) return { side: 'ours', isOpen: true }
  const teller = sure.find(({ origin, key }) => origin.key !== key) ?? first
  const conflict = nameConflict(teller.origin, teller.names)
  const take = resolve(conflict)
  if (take !== undefined && take !== 'both') return { side: take, isOpen: false }
  onOpen(conflict)
  return { side: 'ours', isOpen: true }
}

const spread = (
  standing: readonly Standing[],
  crowd: readonly Standing[],
  { side, isOpen }: Taken,
): readonly Standing[] => {
  const winner =
    crowd.find(({ names, key }) => names[side] === key) ??
    crowd.find(({ names }) => names[side] === undefined)
  return standing.flatMap((one): readonly Standing[] => {
    if (!crowd.includes(one)) return [one]
    const marked = isOpen ? { ...one, isOpen } : one
    if (one === winner) return [marked]
    const key = one.names[side]
    return key === undefined || key === one.key ? [] : [{ ...marked, key }]
  })
}
