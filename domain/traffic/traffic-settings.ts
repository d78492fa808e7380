/** What a plan keeps of the calls that it sees. */
export type TrafficSettings = {
  /** Whether calls are kept at all; they are counted either way. */
  readonly record: boolean
  /** Days of receipt that are kept, 1 to 90. */
  readonly days: number
  /** Calls of one event from one source, app version and event version that are kept of a day, 1 to 1,000. */
  readonly callsPerStratum: number
}

export const usualTrafficSettings: TrafficSettings = { record: true, days: 14, callsPerStratum: 50 }
