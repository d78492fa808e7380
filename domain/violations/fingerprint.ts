import { hashText } from '../plan/rule-hash'
import type { CallType } from './occurrence'
import type { ViolationType } from './violation-type'

/** What makes occurrences one violation. Source, rule version, app version and library are dimensions, not identity. */
export type ViolationIdentity = {
  readonly plan: string
  readonly callType: CallType
  readonly event: string | null
  readonly pointer: string
  readonly type: ViolationType
}

/** 64 hex digits, the same for all occurrences of one violation. */
export const violationFingerprint = ({ plan, callType, event, pointer, type }: ViolationIdentity): string =>
  hashText(JSON.stringify([plan, callType, event, pointer, type]))
