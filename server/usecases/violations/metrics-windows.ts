const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Segment Public API, hourly counts: 14 days in one call, and nothing older than 30 days. */
const longestMs = 14 * dayMs
const oldestMs = 30 * dayMs
/** Late events are counted in the hour they belong to, so the last hours are asked for again. */
const repeatedMs = 3 * hourMs
/** Segment Public API: event volume lags one minute behind the clock. */
const lagMs = 60_000

export type MetricsWindow = { readonly from: string; readonly to: string }

/**
 * What to ask Segment for, oldest first and without a gap: from a full hour (inclusive) to a minute ago (exclusive).
 *
 * @param pulledUntil where the last pull ended; absent at the first one, which goes back as far as Segment does
 */
export const metricsWindows = (now: string, pulledUntil: string | undefined): readonly MetricsWindow[] => {
  const end = Date.parse(now) - lagMs
  // An hour less, since an answer may have to be waited for.
  const oldest = Date.parse(now) - oldestMs + hourMs
  const wanted = pulledUntil === undefined ? oldest : Math.max(oldest, Date.parse(pulledUntil) - repeatedMs)
  const first = Math.ceil(Math.min(wanted, end - hourMs) / hourMs) * hourMs
  const windows: MetricsWindow[] = []
  for (let from = first; from < end; from += longestMs)
    windows.push({ from: instantOf(from), to: instantOf(Math.min(end, from + longestMs)) })
  return windows
}

const instantOf = (ms: number): string => new Date(ms).toISOString()
