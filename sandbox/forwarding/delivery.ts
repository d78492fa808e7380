import type { Json, JsonObject } from '@/sandbox/world/json'

/** One POST to be made: one event, or an array of them where batching is on. */
export type Delivery = {
  destinationId: string
  urls: string[]
  method: string
  headers: Record<string, string>
  sharedSecret: string
  body: Json
  events: JsonObject[]
  timeoutMs: number
}

/** What became of it, for people who look at the control interface. */
export type DeliveryReport = {
  destinationId: string
  url: string
  at: string
  attempt: number
  status: number | null
  error?: string
  messageIds: string[]
}
