/** How far back an hour is compared. */
export const comparedDays = 7

/** An hour of a violation, and the busiest hour of the seven days before it. */
export type BusyHour = { readonly hour: string; readonly count: number; readonly busiest: number }

/**
 * Whether a violation arrives far more often than it used to: at least as often in the hour as the rule says, and more
 * than twice as often as in any hour of the seven days before. The busiest hour is compared, not the mean, since traffic
 * has its own days and nights.
 */
export const isSpike = ({ count, busiest }: BusyHour, perHour: number): boolean =>
  count >= perHour && count > 2 * busiest
