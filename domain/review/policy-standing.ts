import { grouped } from '../lint/grouped'
import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import type { Demand, DemandReason } from './demand'
import type { Ownership, ReviewerGroup } from './policy'

/** One person's standing approval of one rule. */
export type RuleApproval = { readonly rule: RuleId; readonly by: string }

/** How the approvals of one touched rule stand against what is asked for it. */
export type RuleStanding = {
  readonly rule: RuleId
  readonly approvedBy: readonly string[]
  /** How many people have to approve it, why, and how many more that are. */
  readonly needed: number
  readonly reason: DemandReason
  readonly lacking: number
  /** Areas that none of its owners has approved. */
  readonly unowned: readonly Ownership[]
  readonly approved: boolean
}

/** What is missing, rule by rule. A person counts once for a rule; an owner clears the areas of their groups only. */
export const standingOf = (
  demands: readonly Demand[],
  approvals: readonly RuleApproval[],
  groups: readonly ReviewerGroup[],
): readonly RuleStanding[] => {
  const byRule = grouped(approvals, ({ rule }) => ruleKey(rule))
  const membersOf = new Map(groups.map(({ id, members }) => [id, new Set(members)]))
  return demands.map(({ rule, approvals: needed, reason, ownerships }) => {
    const approvedBy = [...new Set((byRule.get(ruleKey(rule)) ?? []).map(({ by }) => by))]
    const lacking = Math.max(0, needed - approvedBy.length)
    const unowned = ownerships.filter(
      ({ group }) => !approvedBy.some((person) => membersOf.get(group)?.has(person)),
    )
    const approved = lacking === 0 && unowned.length === 0
    return { rule, approvedBy, needed, reason, lacking, unowned, approved }
  })
}
