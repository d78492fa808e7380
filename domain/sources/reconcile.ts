import { isReported } from './discard-reasons'

export type Reconciled = {
  /** Events that Segment kept out at the source. */
  readonly blocked: number
  /** Those of them that broke a rule, so that Segment reports a violation. */
  readonly reported: number
  /** Calls with violations that arrived here in the same time; blocked ones and others. */
  readonly arrived: number
  /** The fact in one sentence; null where nothing was blocked. */
  readonly sentence: string | null
}

/**
 * What Segment says it blocked beside what arrived here. A call whose violation was allowed to pass arrives as well,
 * so only too few of them mean something.
 */
export const reconcile = (
  blocked: readonly { readonly reason: string; readonly count: number }[],
  arrived: number,
): Reconciled => {
  const total = sum(blocked)
  const reported = sum(blocked.filter(({ reason }) => isReported(reason)))
  return { blocked: total, reported, arrived, sentence: sentenceOf(total, reported, arrived) }
}

const sum = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((total, { count }) => total + count, 0)

const sentenceOf = (blocked: number, reported: number, arrived: number): string | null => {
  if (blocked === 0) return null
  const unreported = blocked - reported
  const without =
    unreported === 0
      ? ''
      : ` ${events(unreported)} of them had no violation to report: Segment sends none for what is only unplanned or turned off.`
  if (reported === 0) return `Segment blocked ${events(blocked)}.${without}`
  const match =
    arrived >= reported
      ? `${events(reported)} of them broke a rule, and violations of ${calls(arrived)} arrived here.`
      : `${events(reported)} of them broke a rule; violations of ${arrived === 0 ? 'none' : `only ${calls(arrived)}`} arrived here.`
  return `Segment blocked ${events(blocked)}. ${match}${without}`
}

const events = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`
const calls = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'call' : 'calls'}`
