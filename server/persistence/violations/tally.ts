import type { Fresh } from './fresh'
import { numberSenders, type Sender } from './number-senders'
import { type NumberedValues, numberValues } from './number-values'

/** How many occurrences of a violation a sender had in an hour. */
export type HourTally = {
  readonly violationId: string
  readonly hour: string
  readonly sender: Sender
  count: number
}

/** What a sender had of a violation in all; `sourceName` is the one of the latest. */
export type SenderTally = {
  readonly violationId: string
  readonly sender: Sender
  sourceName: string
  count: number
  first: string
  last: string
}

/** `of` is an occurrence whose rule is known, where there is one. */
export type ViolationTally = {
  readonly violationId: string
  of: Fresh['of']
  count: number
  first: string
  last: string
}

/** What a batch adds to the counts, each list in the order of its keys, which is the same for every writer. */
export type Tally = {
  readonly hours: readonly HourTally[]
  readonly senders: readonly SenderTally[]
  readonly violations: readonly ViolationTally[]
}

export const tallyOf = (fresh: readonly Fresh[]): Tally => {
  const violations = numberValues(fresh, ({ violation }) => violation.id, order)
  const hours = numberValues(fresh, ({ of }) => of.hour, order)
  const senders = numberSenders(fresh)
  const combinations = violations.values.length * hours.values.length * senders.values.length
  if (combinations > Number.MAX_SAFE_INTEGER) throw new RangeError('The batch is too large to be counted.')
  return {
    hours: tallyHours(violations, hours, senders),
    senders: tallySenders(fresh, violations, senders),
    violations: tallyViolations(fresh, violations),
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const tallyHours = (
  violations: NumberedValues<string>,
  hours: NumberedValues<string>,
  senders: NumberedValues<Sender>,
): readonly HourTally[] => {
  const width = senders.values.length
  const codes = new Float64Array(violations.of.length)
  violations.of.forEach((violation, row) => {
    codes[row] =
      (violation * hours.values.length + (hours.of[row] as number)) * width + (senders.of[row] as number)
  })
  codes.sort()
  const tallies: HourTally[] = []
  let last: HourTally | null = null
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
    last = {
      violationId: violations.values[(of - hour) / hours.values.length] as string,
      hour: hours.values[hour] as string,
      sender: senders.values[sender] as Sender,
      count: 1,
    }
    tallies.push(last)
  }
  return tallies
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
      if (of.at < tally.first) tally.first = of.at
      if (of.at < tally.last) return
      tally.last = of.at
      tally.sourceName = of.sourceName
      return
    }
    tallies.set(code, {
      violationId: violations.values[violation] as string,
      sender: senders.values[sender] as Sender,
      sourceName: of.sourceName,
      count: 1,
      first: of.at,
      last: of.at,
    })
  })
  return [...tallies].sort(([a], [b]) => a - b).map(([, tally]) => tally)
}

const tallyViolations = (
  fresh: readonly Fresh[],
  violations: NumberedValues<string>,
): readonly ViolationTally[] => {
  const tallies: ViolationTally[] = []
  fresh.forEach(({ of }, row) => {
    const place = violations.of[row] as number
    const tally = tallies[place]
    if (!tally) {
      const violationId = violations.values[place] as string
      tallies[place] = { violationId, of, count: 1, first: of.at, last: of.at }
      return
    }
    tally.count += 1
    if (tally.of.ruleVersion === null) tally.of = of
    if (of.at < tally.first) tally.first = of.at
    if (of.at > tally.last) tally.last = of.at
  })
  return tallies
}
