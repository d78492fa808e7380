import type { Rule, RuleId } from '@/domain/plan/rule'
import type { DestinationMode, Platform } from '@/domain/sources/source-facts'

/** Why Segment gave no usable answer. `retryAfterMs` is set where Segment said when to come back. */
export type SegmentProblem =
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'unauthorized'; readonly message: string }
  | { readonly kind: 'no-protocols'; readonly message: string }
  | { readonly kind: 'not-found'; readonly message: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string }
  | { readonly kind: 'incomplete-read'; readonly message: string }
  | { readonly kind: 'not-understood'; readonly message: string }
  /** Segment was not asked: the stored token was sealed with another key. */
  | { readonly kind: 'sealed-token'; readonly message: string }

export type SegmentAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SegmentProblem }

export type SegmentWorkspace = { readonly id: string; readonly name: string; readonly slug: string }

export type SegmentPlan = {
  readonly id: string
  readonly resourceSchemaId: string | null
  readonly name: string
  readonly description: string | null
  readonly updatedAt: string | null
}

export type SegmentSource = {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly kind: string
  readonly platform: Platform
  readonly enabled: boolean
}

export type SegmentDestination = {
  readonly id: string
  readonly name: string
  /** Segment's id and name of the kind of destination. */
  readonly metadataId: string
  readonly kind: string
  readonly enabled: boolean
  readonly mode: DestinationMode
  /** What a mapping of this kind can do, by Segment's slug of it. */
  readonly actions: readonly { readonly id: string; readonly slug: string }[]
}

/** A mapping of a destination: what it does, and which events it lets through (FQL). */
export type SegmentSubscription = {
  readonly id: string
  readonly name: string
  readonly trigger: string
  readonly enabled: boolean
  readonly settings: Readonly<Record<string, unknown>>
}

export type SegmentSettings = Readonly<Record<string, unknown>>

/** An insert or update by identity; `newKey` renames. */
export type SegmentUpsert = RuleId & { readonly schemaText: string; readonly newKey?: string }

export type Progress = (done: number, total: number | null) => void | Promise<void>

export type HourlyCount = {
  readonly hour: string
  readonly eventType: string
  readonly eventName: string
  readonly reason: string
  /** Empty where Segment does not tell it. */
  readonly appVersion: string
  readonly count: number
}

/**
 * One Segment workspace over its Public API. Every call has a timeout; 429 and 5xx are retried within a bound that
 * honours `Retry-After` and `msBeforeNext`; what is left comes back as a problem, never as a throw.
 */
export type SegmentGateway = {
  readonly workspace: () => Promise<SegmentAnswer<SegmentWorkspace>>
  /** Every plan of type LIVE. */
  readonly livePlans: () => Promise<SegmentAnswer<readonly SegmentPlan[]>>
  /** A new plan of type LIVE without rules. */
  readonly createPlan: (plan: {
    readonly name: string
    readonly description: string | null
  }) => Promise<SegmentAnswer<SegmentPlan>>
  /**
   * All rules of a plan by a whole read: identities unique, `totalEntries` fits where given, and two consecutive
   * reads agree. Anything less is `incomplete-read`, never a shorter plan.
   */
  readonly readRules: (planId: string, progress?: Progress) => Promise<SegmentAnswer<readonly Rule[]>>
  /** At most 200 rules a call. */
  readonly upsertRules: (planId: string, rules: readonly SegmentUpsert[]) => Promise<SegmentAnswer<null>>
  /** At most 20 rules a call: they travel in the query string. */
  readonly removeRules: (planId: string, rules: readonly RuleId[]) => Promise<SegmentAnswer<null>>
  readonly sources: () => Promise<SegmentAnswer<readonly SegmentSource[]>>
  /** Ids of the sources connected to a plan. */
  readonly planSources: (planId: string) => Promise<SegmentAnswer<readonly string[]>>
  /** Schema settings as Segment gives them. */
  readonly sourceSettings: (sourceId: string) => Promise<SegmentAnswer<SegmentSettings>>
  /** Sets the schema settings to exactly these: what is left out of forwarding is turned off. */
  readonly changeSourceSettings: (sourceId: string, settings: SegmentSettings) => Promise<SegmentAnswer<null>>
  /** The keys that calls of a source are sent with; none where the token may not see them. */
  readonly writeKeys: (sourceId: string) => Promise<SegmentAnswer<readonly string[]>>
  readonly createSource: (source: {
    readonly slug: string
    readonly metadataId: string
  }) => Promise<SegmentAnswer<SegmentSource>>
  readonly removeSource: (sourceId: string) => Promise<SegmentAnswer<null>>
  readonly destinations: (sourceId: string) => Promise<SegmentAnswer<readonly SegmentDestination[]>>
  readonly createDestination: (destination: {
    readonly sourceId: string
    readonly metadataId: string
    readonly name: string
    readonly settings: SegmentSettings
  }) => Promise<SegmentAnswer<SegmentDestination>>
  readonly changeDestinationSettings: (
    destinationId: string,
    settings: SegmentSettings,
  ) => Promise<SegmentAnswer<null>>
  readonly removeDestination: (destinationId: string) => Promise<SegmentAnswer<null>>
  /** Alpha at Segment, and turned off in some workspaces: then `not-found` or `no-protocols`. */
  readonly subscriptions: (destinationId: string) => Promise<SegmentAnswer<readonly SegmentSubscription[]>>
  readonly createSubscription: (
    destinationId: string,
    subscription: Omit<SegmentSubscription, 'id'> & { readonly actionId: string },
  ) => Promise<SegmentAnswer<null>>
  /** Sends one call as an app would, with a write key of the source. */
  readonly sendCall: (
    writeKey: string,
    call: Readonly<Record<string, unknown>>,
  ) => Promise<SegmentAnswer<null>>
  /** Events received after validation, per hour, name and type. `from` inclusive, `to` exclusive. */
  readonly eventVolume: (
    sourceId: string,
    from: string,
    to: string,
  ) => Promise<SegmentAnswer<readonly HourlyCount[]>>
  /** Events filtered at the source, per hour, name, type and discard reason (delivery overview). */
  readonly blockedEvents: (
    sourceId: string,
    from: string,
    to: string,
  ) => Promise<SegmentAnswer<readonly HourlyCount[]>>
}
