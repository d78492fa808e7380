import { randomUUID } from 'node:crypto'
import { type CallType, callTypes, type Message } from '@/sandbox/tracking-api/message'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'

const largestCall = 32 * 1024
const largestBatch = 500 * 1024
const mostCalls = 2_500

const size = (value: Json) => Buffer.byteLength(JSON.stringify(value))

const message = (type: CallType, call: JsonObject, around: JsonObject): Message => {
  const shared = isObject(around.context) ? around.context : {}
  const { writeKey: _, ...own } = call
  return {
    ...(around.sentAt !== undefined && { sentAt: around.sentAt }),
    ...own,
    type,
    messageId: typeof call.messageId === 'string' ? call.messageId : `api-${randomUUID()}`,
    context: { ...shared, ...(isObject(call.context) ? call.context : {}) },
  }
}

const batched = (body: JsonObject, text: string): Message[] | null => {
  const { batch, ...around } = body
  if (!Array.isArray(batch) || batch.length > mostCalls || Buffer.byteLength(text) > largestBatch) return null
  const calls = batch.filter(isObject)
  if (calls.length < batch.length || calls.some((call) => size(call) > largestCall)) return null
  return calls.flatMap((call) => {
    const type = callTypes.find((candidate) => candidate === call.type)
    return type ? [message(type, call, around)] : []
  })
}

export type Calls = { writeKey: string | null; messages: Message[] }

/**
 * The calls in a request body; null for what the Tracking API answers with 400: bad JSON, a call over 32 kB, a batch
 * over 500 kB or 2,500 calls. Nearly everything else is taken with 200.
 */
export const readCalls = (type: CallType | 'batch', text: string): Calls | null => {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(body)) return null
  const writeKey = typeof body.writeKey === 'string' ? body.writeKey : null
  if (type !== 'batch')
    return Buffer.byteLength(text) > largestCall ? null : { writeKey, messages: [message(type, body, {})] }
  const messages = batched(body, text)
  return messages && { writeKey, messages }
}
