import { Temporal } from 'temporal-polyfill'
import { type Weekday, weekdays } from '../review/weekday'

/** When a person wants to be told: each day, or on a day of the week, at an hour of the clocks of a time zone (IANA). */
export type DigestTime = {
  readonly every: 'day' | 'week'
  /** Of weekly letters. */
  readonly weekday: Weekday
  /** 0 to 23. */
  readonly hour: number
  readonly timeZone: string
}

/**
 * The first time for a letter after an instant. An hour that the clocks skip is the next one that they show; one that
 * they show twice is the first of both.
 */
export const nextDigest = ({ every, weekday, hour, timeZone }: DigestTime, after: string): string => {
  const start = Temporal.Instant.from(after)
  let day = start.toZonedDateTimeISO(timeZone).toPlainDate()
  for (;;) {
    const at = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant()
    const isDay = every === 'day' || weekdays[day.dayOfWeek - 1] === weekday
    if (isDay && Temporal.Instant.compare(at, start) > 0) return new Date(at.epochMilliseconds).toISOString()
    day = day.add({ days: 1 })
  }
}

export type DigestItem = { readonly text: string; readonly link: string }

/** Something that a letter tells of: the first of its items, and how many there are in all. */
export type DigestSection = {
  readonly title: string
  readonly items: readonly DigestItem[]
  readonly count: number
}

/** "Plumbline: new 3, resolved 1". */
export const digestSubject = (sections: readonly DigestSection[]): string =>
  `Plumbline: ${sections.map(({ title, count }) => `${title.toLowerCase()} ${count}`).join(', ')}`
