const dayMs = 24 * 3_600_000

/** Days in UTC, `YYYY-MM-DD`, both included. */
export type Span = { readonly from: string; readonly to: string }

/** A range as a row of equally long spans that end today, oldest first. */
export type Spans = {
  readonly step: number
  readonly spans: readonly Span[]
  /** All of them as one, and the equally long time before. */
  readonly whole: Span
  readonly before: Span
}

/** Thirty days one by one; longer ranges in weeks, as few as hold them. */
export const spansOf = (days: number, now: string): Spans => {
  const step = days <= 31 ? 1 : 7
  const count = Math.ceil(days / step)
  const today = Math.floor(Date.parse(now) / dayMs)
  const first = today - count * step + 1
  const span = (from: number, length: number): Span => ({ from: dayOf(from), to: dayOf(from + length - 1) })
  return {
    step,
    spans: Array.from({ length: count }, (_, place) => span(first + place * step, step)),
    whole: span(first, count * step),
    before: span(first - count * step, count * step),
  }
}

const dayOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The instants at which a span begins and is over. */
export const instantsOf = ({ from, to }: Span): { readonly from: string; readonly to: string } => ({
  from: `${from}T00:00:00.000Z`,
  to: new Date(Date.parse(`${to}T00:00:00.000Z`) + dayMs).toISOString(),
})
