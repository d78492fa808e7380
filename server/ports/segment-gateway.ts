import type { Rule, RuleId } from '@/domain/plan/rule'

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
  readonly enabled: boolean
}

/** An insert or update by identity; `newKey` renames. */
export type SegmentUpsert = RuleId & { readonly schemaText: string; readonly newKey?: string }

export type Progress = (done: number, total: number | null) => void | Promise<void>

export type HourlyCount = {
  readonly hour: string
  readonly eventType: string
  readonly eventName: string
  readonly reason: string
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
  readonly sourceSettings: (sourceId: string) => Promise<SegmentAnswer<Readonly<Record<string, unknown>>>>
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
