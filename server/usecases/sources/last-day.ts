import type { SourceRow } from '@/contracts/source'
import type { SourceActivity } from '@/server/ports/source-store'

/** Ways that bring violations of calls which Segment may never have seen. */
const pastSegment: readonly string[] = ['collector', 'import']

const none: SourceActivity = { volume: 0, blocked: 0, violations: 0 }

/**
 * What was going on in a source since an instant. A rate stands violations beside the events that they are of: there is
 * none where Segment counted no events, nor where something came here past Segment in that time, since violations do not
 * tell which way they came.
 */
export const lastDayOf = (
  activity: SourceActivity | undefined,
  routes: SourceRow['routes'],
  since: string,
): SourceRow['lastDay'] => {
  const { volume, blocked, violations } = activity ?? none
  const events = volume + blocked
  const isMixed = routes.some(
    ({ route, lastArrivalAt }) =>
      pastSegment.includes(route) && lastArrivalAt !== null && lastArrivalAt >= since,
  )
  const perMillion = events === 0 || isMixed ? null : (violations / events) * 1_000_000
  return { volume, blocked, violations, perMillion }
}
