import type { Json } from '@/domain/plan/json'
import type { Breach } from './call-judge'

/** One of the newest calls of a source, masked. */
export type LiveCall = {
  readonly id: string
  readonly workspaceId: string
  readonly sourceId: string
  /** Of the write key that it came in by; null where that was not noted. */
  readonly keyEnding: string | null
  readonly at: string
  readonly callType: string
  readonly event: string | null
  readonly call: Json
  readonly masked: readonly string[]
  readonly verdict: LiveVerdict
  /** Calls by the same write key since the one before that were too many to be shown. */
  readonly skipped: number
}

export type LiveVerdict =
  | {
      readonly is: 'judged'
      readonly breaches: readonly Breach[]
      /** Version of the rule that judged it; null where the plan has none for it. */
      readonly ruleVersion: number | null
    }
  /** Segment would drop it on its way in. */
  | { readonly is: 'refused'; readonly reason: string }
  | { readonly is: 'not-judged'; readonly reason: string }

/**
 * The newest 300 calls by each write key, and of a source 3,000 at most; older ones go by themselves, and so does all of
 * it with a crash.
 */
export type LiveStore = {
  readonly add: (calls: readonly LiveCall[]) => Promise<void>
  /** Newest first; those after `after`, and by one write key, where given. */
  readonly newest: (
    of: {
      readonly workspaceId: string
      readonly sourceId: string
      readonly keyEnding?: string
      readonly after?: string
    },
    limit: number,
  ) => Promise<readonly LiveCall[]>
}
