import { isJsonObject, type Json, type JsonObject } from '../plan/json'

/** Segment's HTTP Tracking API: the limits of one request. Bytes, kB of 1,024. */
export const collectorLimits = {
  callBytes: 32 * 1024,
  batchBytes: 500 * 1024,
  callsInBatch: 2_500,
} as const

/** What the path names: a kind of call, or a batch of any. */
export type CollectorPath = 'track' | 'identify' | 'page' | 'screen' | 'group' | 'alias' | 'batch'

const paths: Readonly<Record<string, CollectorPath>> = {
  track: 'track',
  t: 'track',
  identify: 'identify',
  i: 'identify',
  page: 'page',
  p: 'page',
  screen: 'screen',
  s: 'screen',
  group: 'group',
  g: 'group',
  alias: 'alias',
  a: 'alias',
  batch: 'batch',
  b: 'batch',
}

/** `track` and `t` name the same; undefined for what is no such path. */
export const collectorPath = (name: string): CollectorPath | undefined =>
  Object.hasOwn(paths, name) ? paths[name] : undefined

export type CollectedCalls =
  | { readonly ok: true; readonly writeKey: string | null; readonly calls: readonly JsonObject[] }
  /** Segment answers 400 to these. */
  | { readonly ok: false; readonly message: string }

/**
 * The calls of one request to the Tracking API, each as Segment passes it on: with its type, with what the batch says
 * of context and integrations, with `sentAt` of the batch, and without the write key.
 */
export const collectedCalls = (path: CollectorPath, body: string, bytes: number): CollectedCalls => {
  const most = path === 'batch' ? collectorLimits.batchBytes : collectorLimits.callBytes
  if (bytes > most) return refused(`The request holds more than ${most / 1024} kB.`)
  const parsed = jsonOf(body)
  if (!isJsonObject(parsed)) return refused('The body is no JSON object.')
  const writeKey = typeof parsed.writeKey === 'string' && parsed.writeKey !== '' ? parsed.writeKey : null
  if (path !== 'batch') return { ok: true, writeKey, calls: [{ ...withoutKey(parsed), type: path }] }
  const { batch, context, integrations, sentAt } = parsed
  if (!Array.isArray(batch)) return refused('The batch is no list.')
  if (batch.length > collectorLimits.callsInBatch)
    return refused(`The batch holds more than ${collectorLimits.callsInBatch} calls.`)
  if (batch.some(isTooLarge))
    return refused(`A call of the batch holds more than ${collectorLimits.callBytes / 1024} kB.`)
  const objects = batch.filter(isJsonObject)
  const calls = objects.map(
    (call): JsonObject => ({
      ...withoutKey(call),
      ...merged('context', context, call.context),
      ...merged('integrations', integrations, call.integrations),
      ...(sentAt !== undefined && call.sentAt === undefined ? { sentAt } : {}),
    }),
  )
  const inCall = objects.map(({ writeKey: key }) => key).find((key) => typeof key === 'string' && key !== '')
  return { ok: true, writeKey: writeKey ?? (typeof inCall === 'string' ? inCall : null), calls }
}

/** Whom a call is for is no part of what it says. */
const withoutKey = ({ writeKey: _, ...call }: JsonObject): JsonObject => call

const merged = (name: string, ofBatch: Json | undefined, ofCall: Json | undefined): JsonObject =>
  isJsonObject(ofBatch)
    ? { [name]: isJsonObject(ofCall) ? { ...ofBatch, ...ofCall } : (ofCall ?? ofBatch) }
    : {}

const encoder = new TextEncoder()

const isTooLarge = (call: Json): boolean => {
  const text = JSON.stringify(call)
  return (
    text.length > collectorLimits.callBytes ||
    (text.length * 3 > collectorLimits.callBytes && encoder.encode(text).length > collectorLimits.callBytes)
  )
}

const refused = (message: string): CollectedCalls => ({ ok: false, message })

const jsonOf = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
