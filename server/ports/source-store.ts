import type { HourlyCount } from './segment-gateway'

export type Source = {
  readonly id: string
  readonly workspaceId: string
  readonly planId: string | null
  readonly name: string
  readonly slug: string
  readonly kind: string
  readonly enabled: boolean
  readonly settings: Readonly<Record<string, unknown>> | null
  readonly seenAt: string
}

export type SourceStore = {
  readonly ofWorkspace: (workspaceId: string) => Promise<readonly Source[]>
  readonly ofPlan: (planId: string) => Promise<readonly Source[]>
  readonly all: () => Promise<readonly Source[]>
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
  /** The newest hour with recorded volume, per source id; absent where nothing was recorded. */
  readonly lastHours: (workspaceId: string) => Promise<Readonly<Record<string, string>>>
  /** Event volume of a plan's sources since an instant, by event name and type. */
  readonly volumeByEvent: (
    planId: string,
    since: string,
  ) => Promise<readonly { readonly eventType: string; readonly eventName: string; readonly count: number }[]>
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
