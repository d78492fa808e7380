/** What was counted in a day, over one plan or several. */
export type CountedDay = {
  readonly day: string
  readonly violations: number
  /** Those of sources whose events of that day are known. */
  readonly rated: number
  readonly events: number | null
  /** Track events of plans that were there, and those of them that their plan names. */
  readonly tracked: number | null
  readonly planned: number | null
}

export type Rates = {
  readonly violations: number
  readonly rated: number
  readonly events: number | null
  readonly perMillion: number | null
  readonly tracked: number | null
  readonly coverage: number | null
}

/** Days as one. Rates are of what is known of both sides, and null where nothing is. */
export const ratesOf = (days: readonly CountedDay[]): Rates => {
  const rated = sum(days, (day) => day.rated) ?? 0
  const events = sum(days, ({ events: count }) => count)
  const tracked = sum(days, (day) => day.tracked)
  return {
    violations: sum(days, ({ violations }) => violations) ?? 0,
    rated,
    events,
    perMillion: ratio(rated, events, 1_000_000),
    tracked,
    coverage: ratio(
      sum(days, (day) => day.planned),
      tracked,
    ),
  }
}

const ratio = (part: number | null, whole: number | null, times = 1): number | null =>
  whole === null || whole === 0 ? null : ((part ?? 0) / whole) * times

const sum = (days: readonly CountedDay[], amount: (day: CountedDay) => number | null): number | null =>
  days.reduce<number | null>((total, day) => {
    const count = amount(day)
    return count === null ? total : (total ?? 0) + count
  }, null)
