const hourMs = 3_600_000
const firstPullMs = 7 * 24 * hourMs
/** Late events are counted in the hour they belong to, so the last hours are asked for again. */
const repeatedMs = 3 * hourMs
/** Segment Public API: event volume lags one minute behind the clock. */
const lagMs = 60_000

export type MetricsWindow = { readonly from: string; readonly to: string }

/**
 * What to ask Segment for: from a full hour (inclusive) to a minute ago (exclusive), at most seven days, which
 * every hourly call of the Public API serves.
 *
 * @param lastHour the newest hour that is known already; absent at the first pull
 */
export const metricsWindow = (now: string, lastHour: string | undefined): MetricsWindow => {
  const to = Date.parse(now) - lagMs
  const earliest = to - firstPullMs
  const from = lastHour === undefined ? earliest : Math.max(earliest, Date.parse(lastHour) - repeatedMs)
  // The first full hour that is not too old.
  const hour = Math.ceil(Math.min(from, to - hourMs) / hourMs) * hourMs
  return { from: new Date(hour).toISOString(), to: new Date(to).toISOString() }
}
