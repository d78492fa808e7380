import type { AlertChannelKind, AlertStatus } from '@/domain/alerts/alert-delivery'
import type { AlertKind, Happened } from '@/domain/alerts/alert-kind'
import type { AlertMessage } from '@/domain/alerts/alert-message'
import type { AlertScope } from '@/domain/alerts/alert-scope'
import type { BusyHour } from '@/domain/alerts/spike'

export type AlertRule = AlertScope & {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly kinds: readonly AlertKind[]
  /** Of a rule about spikes: how many calls in an hour are worth an alert. */
  readonly perHour: number | null
  readonly channel: AlertChannelKind
  /** Addresses and secrets of the channel, sealed. */
  readonly targetSealed: string
  /** What is shown of them. */
  readonly hint: string
  readonly pausedAt: string | null
  readonly createdAt: string
}

export type QueuedMoment = Happened & {
  readonly id: string
  readonly violationId: string
  readonly at: string
}

export type AlertDelivery = {
  readonly id: string
  readonly ruleId: string
  /** What it is about, the same for the same thing: a rule alerts of it once. */
  readonly cause: string
  readonly message: AlertMessage
  /** Whom a letter goes to, where the rule leaves that open. */
  readonly toAddress: string | null
  readonly status: AlertStatus
  readonly attempts: number
  /** What the other side said at the last try. */
  readonly said: string | null
  readonly createdAt: string
  readonly triedAt: string | null
}

export type AlertStore = {
  /** By name; of one workspace or of all. */
  readonly rules: (workspaceId?: string) => Promise<readonly AlertRule[]>
  readonly rule: (id: string) => Promise<AlertRule | null>
  /** Adds the rule or replaces it. */
  readonly save: (rule: AlertRule) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /**
   * Moments that no rule has been asked about, oldest first. They are gone when the transaction commits; another one at
   * the same time is given others.
   */
  readonly takeMoments: (limit: number) => Promise<readonly QueuedMoment[]>
  /** False where the rule has alerted of the cause before. */
  readonly addDelivery: (delivery: AlertDelivery) => Promise<boolean>
  /** The delivery with its rule, its row locked. */
  readonly lockDelivery: (
    id: string,
  ) => Promise<{ readonly delivery: AlertDelivery; readonly rule: AlertRule } | null>
  readonly tried: (
    id: string,
    outcome: { readonly status: AlertStatus; readonly said: string; readonly at: string },
  ) => Promise<void>
  /** Newest first. */
  readonly deliveries: (ruleId: string, limit: number) => Promise<readonly AlertDelivery[]>
  /** How many a rule has sent or is to send since an instant. */
  readonly sentSince: (ruleId: string, since: string) => Promise<number>
  /** Drops what was added before an instant and is not on its way. */
  readonly prune: (before: string) => Promise<void>
  /** Violations of a workspace with at least so many calls in an hour, with the busiest hour of the seven days before. */
  readonly busyHours: (
    workspaceId: string,
    hour: string,
    atLeast: number,
  ) => Promise<readonly (BusyHour & { readonly violationId: string })[]>
  /** Sources of a workspace that blocked in an hour from `from` on, and in none of the seven days before that hour. */
  readonly beganToBlock: (
    workspaceId: string,
    from: string,
  ) => Promise<readonly { readonly sourceId: string; readonly hour: string; readonly count: number }[]>
}
