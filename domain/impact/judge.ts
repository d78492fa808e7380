import type { Change, ChangeKind } from '../diff/change'
import type { ImpactRule } from './impact-rule'
import { impactRules } from './impact-rules'
import type { Verdict } from './verdict'

/** The rule that judges a change: the first of its kind that takes it for its own. */
export const ruleFor = (change: Change): ImpactRule<ChangeKind> => {
  // The table has an entry for every kind that takes exactly that kind.
  const rules = impactRules[change.kind] as readonly unknown[] as readonly ImpactRule<ChangeKind>[]
  const found = rules.find(({ when }) => when === undefined || when(change))
  if (!found) throw new Error(`No rule judges a change of the kind ${change.kind}.`)
  return found
}

/** What a change does to senders and to readers, each with the reason. An opinion; the change itself is the fact. */
export const judge = (change: Change): Verdict => {
  const rule = ruleFor(change)
  return { senders: rule.senders(change), readers: rule.readers(change) }
}
