import { isCanonicalInstant } from './canonical-instant'

const hourInMilliseconds = 3_600_000

/** The hour an instant falls in, as the ISO instant of its beginning. Throws on what is no instant. */
export const hourOf = (instant: string): string =>
  isCanonicalInstant(instant)
    ? `${instant.slice(0, 13)}:00:00.000Z`
    : new Date(
        Math.floor(new Date(instant).getTime() / hourInMilliseconds) * hourInMilliseconds,
      ).toISOString()

/** Every hour that `[from, to)` touches, so that a chart shows the empty ones too. */
export const hoursBetween = (from: string, to: string): readonly string[] => {
  const first = Date.parse(hourOf(from))
  const count = Math.max(0, Math.ceil((Date.parse(to) - first) / hourInMilliseconds))
  return Array.from({ length: count }, (_, i) => new Date(first + i * hourInMilliseconds).toISOString())
}
