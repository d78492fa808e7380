import { Failed } from '@/contracts/failed'
import type { Failure } from '@/contracts/failure'
import { type PlainAnswer, problemAnswer } from '@/contracts/problem-answer'
import { log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import type { GroupCommitLimits } from '../arrivals/group-commit'
import { deliveryReceiver } from './receive-delivery'

/** A delivery as it came, whatever server it came to. */
export type WebhookRequest = {
  readonly endpointId: string
  readonly signature: string | null
  /** Fails with `too-large` when it holds more bytes than given. */
  readonly body: (limit: number) => Promise<Uint8Array>
}

export type Webhook = { readonly answer: (request: WebhookRequest) => Promise<PlainAnswer> }

/** A Webhooks destination posts single events and small batches. */
const limit = 5 * 1024 * 1024

/** What Segment's Webhooks and Webhooks (Actions) destinations post, for one process; answered once committed. */
export const webhook = (ctx: Context, limits: Partial<GroupCommitLimits> = {}): Webhook => {
  const { receive, refuseWhenFull } = deliveryReceiver(ctx, limits)
  return {
    answer: async ({ endpointId, signature, body }) => {
      try {
        // Before the body is read: what cannot be taken takes no memory.
        refuseWhenFull()
        const { buffer, byteOffset, byteLength } = await body(limit)
        const rawBody = Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
        const taken = await receive({ endpointId, rawBody, signature })
        log.debug({ part: 'webhook', endpointId, ...taken }, 'Delivery')
        return { status: 200, headers: accepted, body: JSON.stringify(taken) }
      } catch (error) {
        const failure = failureOf(error, endpointId)
        // An address that nobody made may hold anything.
        const known = failure.code === 'not-found' ? {} : { endpointId }
        log.info({ part: 'webhook', ...known, outcome: failure.code }, 'Delivery refused')
        return problemAnswer(failure)
      }
    },
  }
}

const accepted = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }

const failureOf = (error: unknown, endpointId: string): Failure => {
  if (error instanceof Failed) return error.failure
  const id = crypto.randomUUID()
  log.error({ err: error, id, webhook: endpointId }, 'Unexpected error')
  return { code: 'unexpected', id }
}
