import type { Json } from '@/domain/plan/json'
import type { CallType } from '@/domain/violations/occurrence'

/** Names of calls: an event has none where calls of its type carry none. */
export type CallName = { readonly callType: CallType; readonly event: string | null }

/** One call that was received and kept. Instants are ISO 8601 in UTC. */
export type RecordedCall = CallName & {
  readonly id: string
  readonly planId: string
  readonly sourceId: string
  readonly sourceName: string
  /** Empty where the call did not say. */
  readonly appVersion: string
  readonly eventVersion: number | null
  readonly messageId: string
  readonly at: string
  /** The whole message; personal data in it is masked. */
  readonly call: Json
  /** JSON pointers of the values that were replaced. */
  readonly masked: readonly string[]
  /** Received calls of its stratum for each one that is kept, 1 or more. */
  readonly weight: number
  readonly stratum: string
}

/** What calls look like: paths with JSON types. */
export type CallShape = { readonly id: string; readonly paths: readonly string[] }

/** A call on its way in. */
export type ReceivedCall = Omit<RecordedCall, 'id' | 'call' | 'masked' | 'weight' | 'stratum'> & {
  /** Whether the plan has a rule for it: names that nobody planned share fewer strata. */
  readonly planned: boolean
  readonly shape: CallShape
  /** Asked only of calls that are kept. */
  readonly mask: () => { readonly call: Json; readonly masked: readonly string[] }
}

/** The calls of one event from one source, app version and event version, received on one day (UTC, `2026-01-05`). */
export type Stratum = {
  readonly id: string
  readonly sourceId: string
  readonly sourceName: string
  readonly day: string
  /** Null for calls of many events, beyond the number of strata that a source may have on a day. */
  readonly of: (CallName & { readonly appVersion: string; readonly eventVersion: number | null }) | null
  readonly received: number
  readonly kept: number
}

/**
 * Recorded traffic: of each stratum a uniform sample, and exact counts of everything. Which calls are kept hangs on
 * nothing but the calls themselves, so that writers may work side by side and in any order.
 */
export type TrafficStore = {
  /**
   * Of these messages those that were not received before, by index. Remembered for at least two days.
   * A message is one call of one source; `key` is 32 hex digits.
   */
  readonly firstReceived: (keys: readonly string[], at: string) => Promise<ReadonlySet<number>>
  /** Counts each call and its shape, and keeps at most `callsPerStratum` of each stratum. Not for repeated messages. */
  readonly record: (
    calls: readonly ReceivedCall[],
    as: { readonly callsPerStratum: number; readonly receivedAt: string },
    newId: () => string,
  ) => Promise<void>
  /** Oldest first. `events` absent means all; `after` is the `next` of the page before. */
  readonly page: (
    planId: string,
    query: { readonly events?: readonly CallName[]; readonly after?: string; readonly limit: number },
  ) => Promise<{ readonly calls: readonly RecordedCall[]; readonly next: string | null }>
  /** Recorded last first: of calls of one name, or of all where that is null. */
  readonly newest: (planId: string, name: CallName | null, limit: number) => Promise<readonly RecordedCall[]>
  /** `received` is exact for strata of their own, and estimated for events that share one. */
  readonly totals: (
    planId: string,
    query: { readonly events?: readonly CallName[] },
  ) => Promise<{ readonly kept: number; readonly received: number }>
  readonly strata: (planId: string) => Promise<readonly Stratum[]>
  /** Calls of an event by shape, most frequent first; the empty id stands for shapes beyond those that are told apart. */
  readonly shapes: (
    planId: string,
    name: CallName,
    limit: number,
  ) => Promise<readonly (CallShape & { readonly received: number })[]>
  /** Drops what a plan keeps of days before one (`2026-01-05`). Returns how many strata went. */
  readonly prune: (planId: string, before: string) => Promise<number>
  /** Drops every call that is kept; the counts stay. */
  readonly forgetCalls: (planId: string) => Promise<void>
  /** Forgets messages that were received before an instant. */
  readonly forgetReceived: (before: string) => Promise<void>
}
