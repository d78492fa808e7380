import type { RuleType } from '@/domain/plan/rule'
import type { Origin, Release } from '@/domain/violations/origin'

/** A violation whose origin is still to be told. */
export type Unexplained = {
  readonly id: string
  readonly planId: string
  readonly ruleType: RuleType
  readonly ruleKey: string | null
  readonly ruleVersion: number | null
  readonly pointer: string
  readonly firstSeen: string
}

/** A source and an app version that a violation came from. */
export type Place = Pick<Release, 'sourceId' | 'appVersion'>

export type OriginStore = {
  /**
   * Violations that were never explained, and those that could not be and were last looked at before an instant, while
   * they are younger than two weeks; newest first.
   */
  readonly unexplained: (query: {
    readonly lookedBefore: string
    readonly youngerThan: string
    readonly limit: number
  }) => Promise<readonly Unexplained[]>
  /** Where each violation came from. */
  readonly breaking: (ids: readonly string[]) => Promise<(id: string) => readonly Place[]>
  /** Every release of these sources, since when it was seen at all: in recorded calls, or in any violation. */
  readonly releases: (sourceIds: readonly string[]) => Promise<readonly Release[]>
  /** The first call of a violation's event that is known: by volume, recorded calls or earlier violations. */
  readonly eventKnownSince: (violation: Unexplained) => Promise<string | null>
  /** Since when each of these sources has been heard of by other violations than this one; null where one never was. */
  readonly heardSince: (
    violation: Pick<Unexplained, 'id'>,
    sourceIds: readonly string[],
  ) => Promise<string | null>
  /** Calls of a violation's event that Segment counted from these sources, from an instant until it was first seen. */
  readonly eventsBefore: (
    violation: Unexplained,
    sourceIds: readonly string[],
    since: string,
  ) => Promise<number>
  /** The event versions that recorded calls of an event ask for; null stands for calls that ask for none. */
  readonly versionsAsked: (violation: Unexplained) => Promise<readonly (number | null)[]>
  readonly keep: (
    origins: readonly { readonly id: string; readonly origin: Origin; readonly bundle: string | null }[],
    at: string,
  ) => Promise<void>
}
