import type { Occurrence } from '@/server/ports/violation-store'
import type { Fresh } from './fresh'
import { numberSenders, type Sender } from './number-senders'
import { type NumberedValues, numberValues } from './number-values'

/** How many occurrences of a violation a sender had in an hour; each told by its place among the values, from 0. */
export type HourCount = {
  readonly violation: number
  readonly hour: number
  readonly sender: number
  count: number
}

/** The values each in their order, and the counts in the order of their violation, hour and sender. */
export type HourTally = {
  readonly violationIds: readonly string[]
  readonly hours: readonly string[]
  readonly senders: readonly Sender[]
  readonly counts: readonly HourCount[]
}

/** What a sender had of a violation in all; `sourceName` is the one of the latest. */
export type SenderTally = {
  readonly violationId: string
  readonly sender: Sender
  /** An occurrence whose rule is known, where there is one. */
  of: Occurrence
  sourceName: string
  count: number
  first: string
  last: string
}

/** `of` as in `SenderTally`. */
export type ViolationTally = {
  readonly violationId: string
  of: Occurrence
  count: number
  first: string
  last: string
}

/** What a batch adds to the counts, all in the order of their keys, which is the same for every writer. */
export type Tally = {
  readonly hours: HourTally
  readonly senders: readonly SenderTally[]
  readonly violations: readonly ViolationTally[]
}

export const tallyOf = (fresh: readonly Fresh[]): Tally => {
  const groups = numberValues(
    fresh,
    ({ group }) => group,
    (a, b) => order(a.violation.id, b.violation.id),
  )
  const violations = { of: groups.of, values: groups.values.map(({ violation }) => violation.id) }
  const hours = numberValues(fresh, ({ of }) => of.hour, order)
  const senders = numberSenders(fresh)
  const combinations = violations.values.length * hours.values.length * senders.values.length
  if (combinations > Number.MAX_SAFE_INTEGER) throw new RangeError('The batch is too large to be counted.')
  const ofSenders = tallySenders(fresh, violations, senders)
  return {
    hours: {
      violationIds: violations.values,
      hours: hours.values,
      senders: senders.values,
      counts: countHours(violations, hours, senders),
    },
    senders: ofSenders,
    violations: tallyViolations(ofSenders),
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const countHours = (
  violations: NumberedValues<string>,
  hours: NumberedValues<string>,
  senders: NumberedValues<Sender>,
): readonly HourCount[] => {
  const width = senders.values.length
  const codes = new Float64Array(violations.of.length)
  violations.of.forEach((violation, row) => {
    codes[row] =
      (violation * hours.values.length + (hours.of[row] as number)) * width + (senders.of[row] as number)
  })
  codes.sort()
  const counts: HourCount[] = []
  let last: HourCount | null = null
  let lastCode = -1
  for (const code of codes) {
    if (last && code === lastCode) {
      last.count += 1
      continue
    }
    lastCode = code
    const sender = code % width
    const of = (code - sender) / width
    const hour = of % hours.values.length
    last = { violation: (of - hour) / hours.values.length, hour, sender, count: 1 }
    counts.push(last)
  }
  return counts
}

const tallySenders = (
  fresh: readonly Fresh[],
  violations: NumberedValues<string>,
  senders: NumberedValues<Sender>,
): readonly SenderTally[] => {
  const tallies = new Map<number, SenderTally>()
  fresh.forEach(({ of }, row) => {
    const violation = violations.of[row] as number
    const sender = senders.of[row] as number
    const code = violation * senders.values.length + sender
    const tally = tallies.get(code)
    if (tally) {
      tally.count += 1
      if (tally.of.ruleVersion === null) tally.of = of
      if (of.at < tally.first) tally.first = of.at
      if (of.at < tally.last) return
      tally.last = of.at
      tally.sourceName = of.sourceName
      return
    }
    tallies.set(code, {
      violationId: violations.values[violation] as string,
      sender: senders.values[sender] as Sender,
      of,
      sourceName: of.sourceName,
      count: 1,
      first: of.at,
      last: of.at,
    })
  })
  return [...tallies].sort(([a], [b]) => a - b).map(([, tally]) => tally)
}

const tallyViolations = (senders: readonly SenderTally[]): readonly ViolationTally[] => {
  const tallies: ViolationTally[] = []
  for (const { violationId, of, count, first, last } of senders) {
    const tally = tallies.at(-1)
    if (tally?.violationId !== violationId) {
      tallies.push({ violationId, of, count, first, last })
      continue
    }
    tally.count += count
    if (tally.of.ruleVersion === null) tally.of = of
    if (first < tally.first) tally.first = first
    if (last > tally.last) tally.last = last
  }
  return tallies
}
