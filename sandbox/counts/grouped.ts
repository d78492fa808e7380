import { type Counts, hour, minute } from '@/sandbox/counts/counts'
import type { Dimension, Metric, Series } from '@/sandbox/counts/series'
import type { TimeWindow } from '@/sandbox/counts/time-window'

export type Group = {
  by: Partial<Record<Dimension, string>>
  total: number
  series: { time: string; count: number }[]
}

type Question = {
  metric: Metric
  window: TimeWindow
  groupBy: Dimension[]
  /** For each dimension the values that count; an absent dimension counts whole. */
  only: Partial<Record<Dimension, string[]>>
}

type Tally = { by: Group['by']; counts: number[] }

const isWanted = (series: Series, { metric, only }: Question) =>
  series.metric === metric &&
  Object.entries(only).every(([name, values]) => values.includes(String(series[name as Dimension])))

const dimensionsOf = (series: Series, groupBy: Dimension[]): Group['by'] =>
  Object.fromEntries(groupBy.flatMap((name) => (series[name] === undefined ? [] : [[name, series[name]]])))

// An hour's count shown by the minute: spread evenly, the parts adding up to the whole.
const minutesOf = (at: number, count: number): [number, number][] =>
  Array.from({ length: 60 }, (_, index) => [
    at + index * minute,
    Math.floor(((index + 1) * count) / 60) - Math.floor((index * count) / 60),
  ])

/** Sums counts into groups and into the steps of the window; every group has every step, zeros included. */
export const grouped = (counts: Counts, question: Question): Group[] => {
  const { window, groupBy } = question
  const { start, end, step } = window
  const first = Math.floor(start / step) * step
  const length = Math.ceil((end - first) / step)
  const tallies = new Map<string, Tally>()

  const put = (series: Series, at: number, count: number) => {
    if (count === 0 || at < start || at >= end) return
    const by = dimensionsOf(series, groupBy)
    const key = JSON.stringify(groupBy.map((name) => by[name]))
    const tally = tallies.get(key) ?? { by, counts: new Array<number>(length).fill(0) }
    const index = Math.floor((at - first) / step)
    tally.counts[index] = (tally.counts[index] ?? 0) + count
    tallies.set(key, tally)
  }

  counts.each(start, end, (series, at, span, count) => {
    if (!isWanted(series, question)) return
    if (span === hour && (step === minute || at < start || at + hour > end))
      for (const [moment, part] of minutesOf(at, count)) put(series, moment, part)
    else put(series, at, count)
  })

  return [...tallies.values()]
    .map(({ by, counts: perStep }) => ({
      by,
      total: perStep.reduce((sum, count) => sum + count, 0),
      series: perStep.map((count, index) => ({ time: new Date(first + index * step).toISOString(), count })),
    }))
    .toSorted((a, b) => b.total - a.total)
}
