import { createHmac } from 'node:crypto'
import type { AlertMessage } from '@/domain/alerts/alert-message'

/**
 * What a webhook is sent, as the Standard Webhooks specification has it (standardwebhooks.com, version 1): an id that
 * is the same at every try, the time of this try in seconds, and `v1,` with the base64 HMAC-SHA-256 over
 * `{id}.{timestamp}.{body}`. The key is the secret after `whsec_`, read as base64.
 */
export const webhookPost = (
  message: AlertMessage,
  secret: string,
  nowMs: number,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } => {
  const { id, at, kind, ...rest } = message
  const body = JSON.stringify({ type: `violation.${kind}`, timestamp: at, data: { id, ...rest } })
  const timestamp = String(Math.floor(nowMs / 1_000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  }
}
