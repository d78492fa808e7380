import { Temporal } from 'temporal-polyfill'
import { type Weekday, weekdays } from './weekday'

/**
 * A time of the week at which a plan may be published, by the clocks of a time zone (IANA, `Europe/Berlin`). `from` and
 * `to` are `HH:MM`, `to` not included; one that is not after `from` ends on the next day.
 */
export type PublishingWindow = {
  readonly days: readonly Weekday[]
  readonly from: string
  readonly to: string
  readonly timeZone: string
}

/** A stretch of time without publishes, whatever the windows say: from an instant to another, which is not included. */
export type Freeze = { readonly from: string; readonly to: string; readonly reason: string }

/** When a plan may be published. No windows: at any time. */
export type PublishingTimes = {
  readonly windows: readonly PublishingWindow[]
  readonly freezes: readonly Freeze[]
}

/** The freeze at an instant; null where there is none. */
export const freezeAt = ({ freezes }: PublishingTimes, instant: string): Freeze | null => {
  const at = Date.parse(instant)
  return freezes.find(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to)) ?? null
}

/**
 * Whether an instant lies in a window and in no freeze. A window is asked by what the clocks show, so an hour that they
 * skip belongs to none, and one that they show twice to the same both times.
 */
export const isOpenAt = (times: PublishingTimes, instant: string): boolean =>
  freezeAt(times, instant) === null &&
  (times.windows.length === 0 || times.windows.some((window) => isWithin(window, instant)))

/**
 * The first instant, not before the one given, at which a plan may be published. Null where the windows never open.
 */
export const nextOpening = (times: PublishingTimes, instant: string): string | null => {
  // Nothing opens by itself but a window, and an end of a freeze within one.
  const starts = [instant, ...times.freezes.map(({ to }) => to)]
    .map((start) => Temporal.Instant.from(start))
    .filter((start) => start.epochMilliseconds >= Date.parse(instant))
    .sort(Temporal.Instant.compare)
  for (const start of starts) {
    const end = start.add({ hours: 24 * searchedDays })
    const opening = [...starts, ...times.windows.flatMap((window) => beginnings(window, start))]
      .filter(
        (each) => Temporal.Instant.compare(each, start) >= 0 && Temporal.Instant.compare(each, end) <= 0,
      )
      .sort(Temporal.Instant.compare)
      .find((each) => isOpenAt(times, each.toString()))
    if (opening) return new Date(opening.epochMilliseconds).toISOString()
  }
  return null
}

/** More than a week, since the clocks may skip the window of one. */
const searchedDays = 15

const isWithin = ({ days, from, to, timeZone }: PublishingWindow, instant: string): boolean => {
  const shown = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const time = shown.toPlainTime()
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)]
  const isOn = (date: Temporal.ZonedDateTime) => days.some((day) => day === weekdays[date.dayOfWeek - 1])
  const isAfter = Temporal.PlainTime.compare(time, begins) >= 0
  const isBefore = Temporal.PlainTime.compare(time, ends) < 0
  if (Temporal.PlainTime.compare(begins, ends) < 0) return isOn(shown) && isAfter && isBefore
  return (isOn(shown) && isAfter) || (isOn(shown.subtract({ days: 1 })) && isBefore)
}

/** Every instant from which a window may be open, in the days after `start`: its hour, and where the clocks jump. */
const beginnings = (
  { days, from, timeZone }: PublishingWindow,
  start: Temporal.Instant,
): readonly Temporal.Instant[] => {
  const first = start.toZonedDateTimeISO(timeZone)
  const jump = first.getTimeZoneTransition('next')
  const dates = Array.from({ length: searchedDays + 2 }, (_, i) => first.toPlainDate().add({ days: i - 1 }))
  const hours = dates
    .filter((date) => days.some((day) => day === weekdays[date.dayOfWeek - 1]))
    .map((date) => date.toPlainDateTime(Temporal.PlainTime.from(from)))
    .flatMap((local) =>
      (['earlier', 'later'] as const).map((disambiguation) =>
        local.toZonedDateTime(timeZone, { disambiguation }).toInstant(),
      ),
    )
  return jump ? [...hours, jump.toInstant()] : hours
}
