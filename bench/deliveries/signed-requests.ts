import { createHmac, hash } from 'node:crypto'

export type Address = { readonly id: string; readonly secret: string; readonly trackingPlan: string }

/** Requests as a Webhooks destination sends them, each with so many forwarded violations, all of them signed. */
export const signedRequests = (
  { id, secret, trackingPlan }: Address,
  count: number,
  events: number,
  run: string,
): readonly Buffer[] =>
  Array.from({ length: count }, (_, request) => {
    const all = Array.from({ length: events }, (_, event) =>
      forwarded(trackingPlan, `${run}-${request}-${event}`, (request * events + event) % 200),
    )
    const body = Buffer.from(JSON.stringify(events === 1 ? all[0] : all))
    const signature = createHmac('sha1', secret).update(body).digest('hex')
    const head = [
      `POST /api/webhooks/segment/${id} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Content-Type: application/json',
      `X-Signature: ${signature}`,
      `Content-Length: ${body.byteLength}`,
    ]
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
  })

/** One forwarded violation as it is posted. */
export const forwardedBody = (trackingPlan: string, messageId: string): string =>
  JSON.stringify(forwarded(trackingPlan, messageId, 1))

const forwarded = (trackingPlan: string, messageId: string, violation: number) => {
  const at = new Date().toISOString()
  return {
    type: 'track',
    event: 'Violation Generated',
    userId: 'schema-violations',
    messageId: `forwarded-${messageId}`,
    timestamp: at,
    context: { app: null, library: { name: 'analytics.js', version: '2.1.0' } },
    properties: {
      appVersion: '4.2.0',
      eventMessageID: `ajs-next-1764000000000-${uuidOf(messageId)}`,
      eventName: `Seat Reserved ${violation % 20}`,
      eventSentAt: at,
      eventTimestamp: '0001-01-01T00:00:00Z',
      eventType: 'track',
      sourceID: 'source-1',
      sourceName: 'Web shop',
      sourceSlug: 'web-shop',
      trackingPlanID: trackingPlan,
      trackingPlanName: 'Storefront',
      violationDescription: 'Invalid type. Expected: number, given: string',
      violationField: `properties.field_${violation}`,
      violationType: 'Invalid Type',
    },
  }
}

/** Ids as libraries make them, the same for the same name. */
const uuidOf = (name: string) =>
  hash('sha256', name, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
