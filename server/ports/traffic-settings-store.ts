import type { TrafficSettings } from '@/domain/traffic/traffic-settings'

/** `revision` counts every save; 0 for a plan that keeps what is usual. */
export type PlanTrafficSettings = { readonly settings: TrafficSettings; readonly revision: number }

export type TrafficSettingsStore = {
  readonly find: (planId: string) => Promise<PlanTrafficSettings>
  /** The plan is locked. */
  readonly save: (planId: string, next: PlanTrafficSettings) => Promise<void>
}
