import type { Run, Series } from '@/sandbox/counts/series'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

type Kept = { series: Series; minutes: Map<number, number>; hours: Map<number, number> }

export type Counts = {
  add: (series: Series, at: number) => void
  /** Adds runs of minutes or hours. */
  load: (runs: Run[]) => void
  /** Calls `see` with every count between two instants and the span that it covers. */
  each: (
    from: number,
    to: number,
    see: (series: Series, at: number, span: number, count: number) => void,
  ) => void
  /** What was added since the last time, to be appended to a log. */
  takeAdded: () => Run[]
  /** Everything, minutes older than two days folded into hours and hours older than 30 days dropped. */
  compacted: (now: number) => Run[]
}

const floorTo = (at: number, step: number) => Math.floor(at / step) * step
const keyOf = (s: Series) =>
  JSON.stringify([
    s.metric,
    s.sourceId,
    s.destinationId,
    s.eventName,
    s.eventType,
    s.appVersion,
    s.discardReason,
  ])

const bump = (counts: Map<number, number>, at: number, by: number) =>
  counts.set(at, (counts.get(at) ?? 0) + by)

/** Counts of events by minute, and by hour where they are old or filled in afterwards. */
export const makeCounts = (): Counts => {
  const all = new Map<string, Kept>()
  let added: Run[] = []

  const keptFor = (series: Series): Kept => {
    const key = keyOf(series)
    const known = all.get(key) ?? { series, minutes: new Map(), hours: new Map() }
    all.set(key, known)
    return known
  }

  const load = (runs: Run[]) => {
    for (const { series, from, step, counts } of runs) {
      const kept = keptFor(series)
      const target = step === hour ? kept.hours : kept.minutes
      for (const [index, count] of counts.entries()) if (count > 0) bump(target, from + index * step, count)
    }
  }

  const compact = (kept: Kept, now: number) => {
    for (const [at, count] of kept.minutes) {
      if (at >= now - 2 * day) continue
      bump(kept.hours, floorTo(at, hour), count)
      kept.minutes.delete(at)
    }
    for (const at of kept.hours.keys()) if (at < now - 31 * day) kept.hours.delete(at)
  }

  const runsOf = (series: Series, counts: Map<number, number>, step: number): Run[] => {
    const runs: Run[] = []
    for (const [at, count] of [...counts].toSorted(([a], [b]) => a - b)) {
      const last = runs.at(-1)
      if (last && last.from + last.counts.length * step === at) last.counts.push(count)
      else runs.push({ series, from: at, step, counts: [count] })
    }
    return runs
  }

  return {
    add: (series, at) => {
      const run = { series, from: floorTo(at, minute), step: minute, counts: [1] }
      load([run])
      added.push(run)
    },
    load,
    each: (from, to, see) => {
      for (const { series, minutes, hours } of all.values()) {
        for (const [at, count] of minutes) if (at >= from && at < to) see(series, at, minute, count)
        for (const [at, count] of hours) if (at + hour > from && at < to) see(series, at, hour, count)
      }
    },
    takeAdded: () => {
      const taken = added
      added = []
      return taken
    },
    compacted: (now) => {
      for (const kept of all.values()) compact(kept, now)
      return [...all.values()].flatMap(({ series, minutes, hours }) => [
        ...runsOf(series, minutes, minute),
        ...runsOf(series, hours, hour),
      ])
    },
  }
}
