import type { Edit } from '../plan/edit'
import type { RuleId } from '../plan/rule'
import type { EditKind } from './edit-kind'
import type { BypassRole } from './policy'

export const changeRequestStatuses = [
  'draft',
  'in-review',
  'changes-requested',
  'approved',
  'publishing',
  'published',
  'publish-failed',
  'closed',
] as const

export type ChangeRequestStatus = (typeof changeRequestStatuses)[number]

/** An edit in a change request, with the person who last wrote it and everybody else who had a hand in it. */
export type AuthoredEdit = Edit & { readonly by: string; readonly writers?: readonly string[] }

/** An edit by what approvals hold on to, without its texts. */
export type EditMark = Omit<AuthoredEdit, 'before' | 'after'> & {
  /** Its `editFingerprint`. */
  readonly fingerprint: string
  readonly kind: EditKind
}

export const reviewVerdicts = ['approve', 'request-changes', 'comment'] as const

export type ReviewVerdict = (typeof reviewVerdicts)[number]

/**
 * One person's verdict. `covers` maps the key of each touched rule (`ruleKey`) to the hash of base rule and edit
 * that the reviewer saw; an approval counts for a rule only while that hash still holds.
 * `tokenMinters` are all who made the API token that the verdict came through; none for a verdict in person.
 */
export type Review = {
  readonly by: string
  readonly at: string
  readonly verdict: ReviewVerdict
  readonly body: string
  readonly tokenMinters: readonly string[]
  readonly covers: readonly { readonly rule: RuleId; readonly hash: string }[]
}

export const gateCodes = [
  'approvals-missing',
  'changes-requested',
  'owner-missing',
  'out-of-date',
  'conflicts',
  'checks-running',
  'check-failed',
  'drift',
  'no-edits',
  'scheduled',
  'outside-window',
] as const

export type GateCode = (typeof gateCodes)[number]

/** A person who could clear a gate. */
export type GatePerson = { readonly id: string; readonly name: string }

/** A condition that keeps a request from being published, who can clear it, and the way past it. */
export type Gate = {
  readonly code: GateCode
  readonly message: string
  readonly clearedBy: string
  readonly action?: string
  /** The rules that it is about, with how many more people have to approve each, where that is what is missing. */
  readonly rules?: readonly (RuleId & { readonly lacking?: number })[]
  /** The area that none of its owners has approved, and whose it is. */
  readonly area?: { readonly name: string; readonly group: GatePerson }
  /** Who could clear it now; absent where that is no question of persons. */
  readonly people?: readonly GatePerson[]
  /** The roles that may publish past it with a reason. */
  readonly bypassRoles?: readonly BypassRole[]
  /** The instant at which it goes by itself. */
  readonly until?: string
}
