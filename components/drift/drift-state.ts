import { parseAsInteger, parseAsString } from 'nuqs'

/** What was set going here, kept in the address so that a reload finds it again. */
export const driftState = {
  /** The read from Segment that was asked for here. */
  sync: parseAsString,
  /** The job that publishes ours again. */
  job: parseAsString,
  /** The change request that adopts what Segment holds. */
  request: parseAsInteger,
} as const
