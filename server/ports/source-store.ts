import type { DestinationMode, Platform } from '@/domain/sources/source-facts'
import type { HourlyCount } from './segment-gateway'

export type Source = {
  readonly id: string
  readonly workspaceId: string
  readonly planId: string | null
  readonly name: string
  readonly slug: string
  readonly kind: string
  readonly platform: Platform
  readonly enabled: boolean
  readonly settings: Readonly<Record<string, unknown>> | null
  readonly destinations: readonly SourceDestination[]
  readonly seenAt: string
}

export type SourceDestination = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly enabled: boolean
  readonly mode: DestinationMode
}

/** What Segment counted of a source, and how many violations of it arrived here, between two instants. */
export type SourceActivity = {
  readonly volume: number
  readonly blocked: number
  readonly violations: number
}

export type SourceStore = {
  readonly ofWorkspace: (workspaceId: string) => Promise<readonly Source[]>
  readonly ofPlan: (planId: string) => Promise<readonly Source[]>
  readonly all: () => Promise<readonly Source[]>
  readonly find: (id: string) => Promise<Source | null>
  /** Sets what is known of one source's settings, after they were changed from here. */
  readonly setSettings: (
    workspaceId: string,
    id: string,
    settings: Source['settings'],
    at: string,
  ) => Promise<void>
  /** Replaces what is known of a workspace's sources; those not named are gone. */
  readonly replace: (workspaceId: string, sources: readonly Source[]) => Promise<void>
  /** Sets (not adds) the counts of the hours named, so that a repeated pull changes nothing. */
  readonly recordHours: (
    workspaceId: string,
    sourceId: string,
    kind: 'volume' | 'blocked',
    window: { readonly from: string; readonly to: string },
    counts: readonly HourlyCount[],
  ) => Promise<void>
  /** By source id, of all workspaces; sources without any are absent. */
  readonly activity: (since: string) => Promise<Readonly<Record<string, SourceActivity>>>
  /** Per hour of a window, oldest first; hours without anything are left out. */
  readonly hours: (
    workspaceId: string,
    id: string,
    window: { readonly from: string; readonly to: string },
  ) => Promise<readonly ({ readonly hour: string } & SourceActivity)[]>
  /** Blocked events by Segment's reason and by app version, most first. */
  readonly blockedBy: (
    workspaceId: string,
    id: string,
    since: string,
  ) => Promise<readonly { readonly reason: string; readonly appVersion: string; readonly count: number }[]>
  /** Calls of a source that broke something since the beginning of an hour, by the violations that arrived here. */
  readonly brokenCalls: (planId: string, id: string, since: string) => Promise<number>
  /** Counts them per hour where occurrences were added since they were counted; forgets hours before the window. */
  readonly countBrokenCalls: (window: { readonly from: string; readonly to: string }) => Promise<void>
  /** App versions and libraries that violations of a source came from, newest seen first, at most 50 of each. */
  readonly senders: (
    planId: string,
    id: string,
    since: string,
  ) => Promise<{
    readonly appVersions: readonly {
      readonly name: string
      readonly count: number
      readonly lastSeen: string
    }[]
    readonly libraries: readonly {
      readonly name: string
      readonly count: number
      readonly lastSeen: string
    }[]
  }>
  /** The newest hour with recorded volume, per source id; absent where nothing was recorded. */
  readonly lastHours: (workspaceId: string) => Promise<Readonly<Record<string, string>>>
  /** Until when Segment was asked for counts, per source id; absent where it never was. */
  readonly pulledUntil: (workspaceId: string) => Promise<Readonly<Record<string, string>>>
  readonly setPulledUntil: (workspaceId: string, id: string, until: string) => Promise<void>
  /** Event volume of a plan's sources since an instant, by event name and type. */
  readonly volumeByEvent: (
    planId: string,
    since: string,
  ) => Promise<readonly { readonly eventType: string; readonly eventName: string; readonly count: number }[]>
  /**
   * Names of a plan's sources for one type of calls, with how many passed and were blocked since an instant, most
   * first, at most `limit`.
   */
  readonly namesCounted: (
    planId: string,
    asked: { readonly eventType: string; readonly since: string; readonly limit: number },
  ) => Promise<readonly { readonly name: string; readonly count: number }[]>
  /** Hourly volume of one event over a plan's sources. */
  readonly eventHours: (
    planId: string,
    event: { readonly type: string; readonly name: string },
    window: { readonly from: string; readonly to: string },
  ) => Promise<readonly { readonly hour: string; readonly count: number }[]>
  /** Totals per day over all sources of all workspaces, oldest first. */
  readonly dailyTotals: (
    since: string,
  ) => Promise<readonly { readonly day: string; readonly volume: number; readonly blocked: number }[]>
}
