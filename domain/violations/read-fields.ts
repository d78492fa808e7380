import { cutKey } from '../plan/longest-key'
import { isCanonicalInstant } from './canonical-instant'

/** What an unknown value holds under a key when it is an object; its own keys only. */
export const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

/**
 * Text that says something; null for anything else, the empty text included. What is longer than `most` characters is
 * cut: it comes from outside, and what is told must not fail for being told at length.
 */
export const text = (value: unknown, most = 2_000): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, most) : null

/** The name of an event, as long as names are kept. */
export const eventName = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? cutKey(value) : null

/** Ids and versions; sources and apps have no longer ones. */
export const shortText = (value: unknown): string | null => text(value, 200)

const toleratedClockSkew = 5 * 60_000

/**
 * The first of several instants that can be one, in UTC. Segment writes Go's zero time (year 1) for "unknown", and
 * clocks of devices run ahead: neither can be when something happened. `now` is taken when nothing else holds.
 */
export const instantAmong = (values: readonly unknown[], now: string): string => {
  const latest = Date.parse(now) + toleratedClockSkew
  for (const value of values) {
    if (typeof value !== 'string') continue
    const time = Date.parse(value)
    // Writing an instant takes several times as long as reading it.
    if (time > 0 && time <= latest) return isCanonicalInstant(value) ? value : new Date(time).toISOString()
  }
  return now
}
