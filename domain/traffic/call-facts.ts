import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { cutKey } from '../plan/longest-key'

/** What is read from a call besides what its plan judges. */
export type CallFacts = {
  /** Null where the sender gave none: Segment makes one then. */
  readonly messageId: string | null
  /** When it happened, ISO 8601 in UTC, never later than `now`. */
  readonly at: string
  /** Name of a track call, of a page or of a screen; null where the call has none. */
  readonly event: string | null
  readonly appVersion: string
  readonly eventVersion: number | null
  readonly library: string
}

/**
 * Facts of a call as its sender wrote it. A device's clock may be wrong: Segment takes the time between `timestamp`
 * and `sentAt`, both by that clock, off the instant at which it received the call.
 */
export const callFacts = (call: JsonObject, now: string): CallFacts => {
  const context = objectOf(call.context)
  const library = objectOf(context.library)
  return {
    messageId: textOf(call.messageId, 200),
    at: instantOf(call, now),
    event: nameOf(call),
    appVersion: textOf(objectOf(context.app).version, 200) ?? '',
    eventVersion: versionOf(objectOf(context.protocols).event_version),
    library: [textOf(library.name, 200), textOf(library.version, 200)]
      .filter((part) => part !== null)
      .join(' '),
  }
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {})

const textOf = (value: Json | undefined, most: number): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, most) : null

const nameOf = ({ type, event, name }: JsonObject): string | null => {
  if (type !== 'track' && type !== 'page' && type !== 'screen') return null
  const given = type === 'track' ? event : name
  return typeof given === 'string' && given !== '' ? cutKey(given) : null
}

const versionOf = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : null

const instantOf = (call: JsonObject, now: string): string => {
  const received = Date.parse(now)
  const said = timeOf(call.timestamp) ?? timeOf(call.originalTimestamp)
  if (said === null) return now
  const sent = timeOf(call.sentAt)
  const happened = sent === null ? said : received - Math.max(0, sent - said)
  return new Date(Math.min(happened, received)).toISOString()
}

/** Segment writes Go's zero time (year 1) for "unknown". */
const timeOf = (value: Json | undefined): number | null => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return time > 0 ? time : null
}
