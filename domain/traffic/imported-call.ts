import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { collectorLimits } from './collected-calls'
import { ingestRefusal } from './ingest-refusal'

export type ImportedCall =
  /** `at`: when it happened, ISO 8601 in UTC, not later than `now`. */
  { readonly ok: true; readonly call: JsonObject; readonly at: string } | Refused

type Refused = { readonly ok: false; readonly reason: string }

/**
 * A call of a file, to be judged as one that was received. A file may come again, so a call must say by itself which
 * one it is and when it was: its `timestamp` is taken at its word, since nobody knows when the file was written.
 */
export const importedCall = (record: unknown, now: string): ImportedCall => {
  if (record === undefined) return no('The line is no JSON.')
  if (!isJsonObject(record as Json)) return no('It is no JSON object.')
  const { writeKey: _, ...call } = record as JsonObject
  if (encoder.encode(JSON.stringify(call)).length > collectorLimits.callBytes)
    return no(`The call holds more than ${collectorLimits.callBytes / 1024} kB.`)
  const refusal = ingestRefusal(call)
  if (refusal !== null) return no(`Segment would drop it on arrival: ${refusal}.`)
  if (call.type === 'alias') return no('No plan judges alias calls.')
  if (typeof call.messageId !== 'string' || call.messageId === '')
    return no('The call has no messageId, so it could not be known when it comes again.')
  const at = instantOf(call)
  if (at === null)
    return no('The call says no time, so it could not be told whether it was counted long ago.')
  return { ok: true, call, at: at > now ? now : at }
}

const instantOf = ({ timestamp, originalTimestamp, sentAt, receivedAt }: JsonObject): string | null => {
  for (const said of [timestamp, originalTimestamp, sentAt, receivedAt]) {
    const time = typeof said === 'string' ? Date.parse(said) : Number.NaN
    // Go's zero time, year 1, stands for "unknown".
    if (time > 0) return new Date(time).toISOString()
  }
  return null
}

const no = (reason: string): Refused => ({ ok: false, reason })

const encoder = new TextEncoder()
