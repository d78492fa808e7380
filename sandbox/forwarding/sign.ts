import { createHmac } from 'node:crypto'
import type { Json } from '@/sandbox/world/json'

/**
 * The `X-Signature` of a delivery: hex HMAC-SHA1 over the JSON text. Of an array Segment signs the first element only
 * (action-destinations, webhook/index.ts).
 */
export const sign = (body: Json, sharedSecret: string): string =>
  createHmac('sha1', sharedSecret)
    .update(JSON.stringify(Array.isArray(body) ? (body[0] ?? null) : body))
    .digest('hex')
