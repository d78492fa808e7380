import type { Json } from '../plan/json'
import type { ProtocolSettings } from '../validation/protocol-settings'

/** A recorded call as replay needs it: what was sent, whence, and for how many received calls it stands. */
export type ReplayedCall = {
  readonly event: string | null
  readonly sourceId: string
  readonly sourceName: string
  /** Empty where the call did not say. */
  readonly appVersion: string
  readonly messageId: string
  readonly at: string
  /** The whole message; personal data in it is masked. */
  readonly call: Json
  /** JSON pointers of the values that were replaced, each by one of the same JSON type. */
  readonly masked: readonly string[]
  /** Received calls of its stratum for each one that is kept, 1 or more. */
  readonly weight: number
  readonly stratum: string
  /** What its source blocks or omits before the common rule judges; absent where that is nothing. */
  readonly settings?: ProtocolSettings | undefined
}
