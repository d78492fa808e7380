import type { RuleType } from '../plan/rule'
import type { PublishingTimes } from './publishing-window'
import type { Role } from './role'

/** The rules that a group of people answers for: all that are of the type, called so, and labelled so. */
export type Ownership = {
  /** What people call the area: `Checkout`. */
  readonly name: string
  readonly type: RuleType | null
  /** A glob over event names, as `matchesGlob` reads it; null covers every name. */
  readonly key: string | null
  /** A label of the rule; a null value covers any. */
  readonly label: { readonly name: string; readonly value: string | null } | null
  /** The id of a `ReviewerGroup`. */
  readonly group: string
}

/** People who answer for areas of plans. */
export type ReviewerGroup = {
  readonly id: string
  readonly name: string
  /** Ids of people; whoever may not review does not count. */
  readonly members: readonly string[]
}

/** Whoever may bypass can also publish. */
export const bypassRoles = ['steward', 'admin'] as const satisfies readonly Role[]

export type BypassRole = (typeof bypassRoles)[number]

/**
 * What a plan asks for before a request may be published, and when it may. Numbers count people, for each touched rule.
 */
export type Policy = PublishingTimes & {
  readonly approvals: number
  /** At least as many for a change that breaks senders or readers, that nobody can tell, or of personal data. */
  readonly breaking: number
  readonly unknown: number
  readonly personalData: number
  /** At least as many for a change that breaks readers, or of which nobody can tell; it adds to the others. */
  readonly consumerAffecting: number
  /** As many for an edit that only changes words and labels, where that is fewer than `approvals`; null: no fewer. */
  readonly documentation: number | null
  /** Whether authors may approve requests that hold edits of theirs. */
  readonly authorsMayApprove: boolean
  /** Each area that is touched takes the approval of one of its group. */
  readonly ownerships: readonly Ownership[]
  /** Who may publish without the approvals, each time with a reason. */
  readonly bypassRoles: readonly BypassRole[]
}

/** What every plan begins with: one person who wrote none of it. */
export const defaultPolicy: Policy = {
  approvals: 1,
  breaking: 1,
  unknown: 1,
  personalData: 1,
  consumerAffecting: 1,
  documentation: null,
  authorsMayApprove: false,
  ownerships: [],
  bypassRoles: [],
  windows: [],
  freezes: [],
}
