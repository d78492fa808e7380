/** What the control interface can turn; everything has a working default. */
export type Settings = {
  rateLimits: {
    perMinute: number
    rulesListPerMinute: number
    eventVolumePerMinute: number
    subscriptionWritesPerMinute: number
  }
  /** How long reads of rules lag behind writes. */
  consistencyDelayMs: number
  traffic: { on: boolean; callsPerSecond: number; mistakeShare: number }
  /**
   * Whether unplanned names are reported like schema violations. Off by default: Segment documents other signals
   * for them (audit events and the discard reason `unplanned`).
   */
  unplannedAsViolations: boolean
  forwarding: { attempts: number; retryBaseMs: number }
}

export const defaultSettings = (): Settings => ({
  rateLimits: {
    perMinute: 600,
    rulesListPerMinute: 200,
    eventVolumePerMinute: 60,
    subscriptionWritesPerMinute: 5,
  },
  consistencyDelayMs: 150,
  traffic: { on: true, callsPerSecond: 2, mistakeShare: 0.07 },
  unplannedAsViolations: false,
  forwarding: { attempts: 8, retryBaseMs: 500 },
})
