import type { SeriesView } from '@/contracts/violation'

export type SeriesStep = 'hour' | 'day'

export type FoldedSeries = {
  /** The parts that are shown by themselves, most first; what is beyond them is counted as `others`. */
  readonly parts: readonly string[]
  readonly points: readonly {
    readonly at: Date
    readonly values: Readonly<Record<string, number>>
  }[]
}

export const others = '(others)'

const hourMs = 3_600_000
const shownParts = 4

/**
 * Hourly counts as one point for every hour or day of the window, empty ones included, oldest first. Days are those of
 * the reader's zone.
 */
export const foldSeries = (
  { from, to, data }: Pick<SeriesView, 'from' | 'to' | 'data'>,
  step: SeriesStep,
): FoldedSeries => {
  const totals = new Map<string, number>()
  for (const { by, count } of data) totals.set(by, (totals.get(by) ?? 0) + count)
  const ranked = [...totals].sort((a, b) => b[1] - a[1]).map(([by]) => by)
  const alone = ranked.length > shownParts + 1 ? ranked.slice(0, shownParts) : ranked
  const values = new Map<number, Record<string, number>>()
  for (let hour = Date.parse(from); hour < Date.parse(to); hour += hourMs) values.set(beginOf(hour, step), {})
  for (const { hour, by, count } of data) {
    const point = values.get(beginOf(Date.parse(hour), step))
    const part = alone.includes(by) ? by : others
    if (point) point[part] = (point[part] ?? 0) + count
  }
  return {
    parts: alone.length < ranked.length ? [...alone, others] : alone,
    points: [...values].map(([at, counts]) => ({ at: new Date(at), values: counts })),
  }
}

/** The point of a series that an instant falls into, in milliseconds. */
export const beginOf = (instant: number, step: SeriesStep): number =>
  step === 'hour' ? Math.floor(instant / hourMs) * hourMs : new Date(instant).setHours(0, 0, 0, 0)
