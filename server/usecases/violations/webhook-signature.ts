import { createHmac, timingSafeEqual } from 'node:crypto'

export type SignatureVerdict = 'whole-body' | 'first-element' | 'bad'

/**
 * What of a delivery Segment's `X-Signature` vouches for. Segment computes hex HMAC-SHA1 with the shared secret over
 * the JSON text of the body; for an array over its first element only (Segment: Webhooks (Actions) destination).
 * Comparisons take constant time.
 */
export const checkSignature = (
  secret: string,
  rawBody: string,
  signature: string | null,
): SignatureVerdict => {
  if (signature === null || !/^[0-9a-f]{40}$/i.test(signature)) return 'bad'
  if (fits(secret, rawBody, signature)) return 'whole-body'
  const first = firstElementText(rawBody)
  return first !== null && fits(secret, first, signature) ? 'first-element' : 'bad'
}

const fits = (secret: string, text: string, signature: string): boolean =>
  timingSafeEqual(createHmac('sha1', secret).update(text).digest(), Buffer.from(signature, 'hex'))

const firstElementText = (rawBody: string): string | null => {
  try {
    const body: unknown = JSON.parse(rawBody)
    return Array.isArray(body) && body.length > 0 ? JSON.stringify(body[0]) : null
  } catch {
    return null
  }
}
