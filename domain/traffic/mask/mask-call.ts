import type { Json } from '../../plan/json'
import { maskMessageId } from './mask-message-id'
import { type MaskedCall, maskValue } from './mask-value'

/** What the plan says of a call. */
export type PlannedMask = {
  /** Pointers of what it marks as personal, with `*` for indices. */
  readonly personal: readonly string[]
  /** Whether it has a rule for the call, whose name is known then. */
  readonly planned: boolean
}

/**
 * Masks a call before it is written anywhere: what the plan says is personal, what stands under a sensitive name, and
 * what a detector finds in texts, numbers, names and addresses. Types, lengths and forms are kept where they can be;
 * true, false and null tell nobody and stay.
 */
export const maskCall = (call: Json, { personal, planned }: PlannedMask): MaskedCall =>
  maskValue(call, personal, (name, value) => isKept(name, value) || (planned && isName(name)))

/** Of the call itself: what kind it is, when it was, and the id by which deliveries are told apart. */
const isKept = (name: string, value: Json): boolean =>
  typeof value === 'string' &&
  (name === 'type'
    ? value.length < 16
    : name === 'messageId'
      ? value.length <= 200 && maskMessageId(value) === value
      : instants.has(name) && instant.test(value))

const isName = (name: string): boolean => name === 'event' || name === 'name'

const instants: ReadonlySet<string> = new Set(['timestamp', 'originalTimestamp', 'sentAt', 'receivedAt'])
const instant = /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(Z|[+-]\d\d:?\d\d)?$/
