import type { RuleType } from '../plan/rule'
import type { ViolationType } from './violation-type'

export const callTypes = ['track', 'identify', 'group', 'page', 'screen'] as const

export type CallType = (typeof callTypes)[number]

/** The kind of rule that judges a call, besides the common rule. */
export const ruleTypeOfCall: Readonly<Record<CallType, RuleType>> = {
  track: 'TRACK',
  identify: 'IDENTIFY',
  group: 'GROUP',
  page: 'PAGE',
  screen: 'SCREEN',
}

/** One event that broke one constraint, as it was told to us. Instants are ISO 8601 in UTC. */
export type Occurrence = {
  /** The id of the message that broke the constraint, not of the message that tells so. */
  readonly messageId: string
  readonly callType: CallType
  /** Name of a track call, name of a page or screen; null where the call has none. */
  readonly event: string | null
  readonly at: string
  readonly type: ViolationType
  /** Segment's own words. */
  readonly rawType: string
  readonly message: string
  /** Segment's dotted path; `violationPointer` resolves it. */
  readonly field: string
  /** The place as a pointer into the message, where that is told instead of a field. */
  readonly pointer?: string
  readonly appVersion: string | null
  readonly library: { readonly name: string; readonly version: string | null } | null
  readonly source: { readonly id: string; readonly name: string | null; readonly slug: string | null }
  /** Segment names the plan by its `rs_…` id here; null when the message does not say. */
  readonly plan: { readonly resourceSchemaId: string | null; readonly name: string | null }
}

export type OccurrenceRefusal = {
  readonly code: 'not-an-event' | 'not-a-violation' | 'missing-field'
  readonly message: string
}
