import type { Context } from '@/server/ports/context'
import { type GroupCommitLimits, groupCommit } from '../arrivals/group-commit'
import { type KnownEndpoint, knownEndpoints } from '../arrivals/known-endpoints'
import { rememberBriefly } from '../arrivals/remember-briefly'
import { readSource } from '../collector/known-sources'
import { fail } from '../fail'
import { commitDeliveries, type DeliveryAccepted } from './commit-deliveries'
import { judgeWholeCalls } from './judge-whole-calls'
import { placeMemory } from './place-memory'
import { readDelivery } from './read-delivery'
import { checkSignature } from './webhook-signature'

export type Delivery = {
  readonly endpointId: string
  /** The bytes of the body as UTF-8 text: the signature is over exactly these. */
  readonly rawBody: string
  readonly signature: string | null
}

export type DeliveryReceiver = {
  /**
   * Takes what a Webhooks destination posted. The answer comes after the commit. Fails with `not-found` (no such
   * endpoint), `bad-signature` (nothing is kept), `invalid-input` (signed but not understood: kept for inspection),
   * `rate-limited` (too much waits already) or `unexpected` (not committed: to be sent again).
   */
  readonly receive: (delivery: Delivery) => Promise<DeliveryAccepted>
  /** Throws `rate-limited` when too much waits already: worth asking before a body is read. */
  readonly refuseWhenFull: () => void
}

/** Receives deliveries for one process: they are verified one by one and committed together. */
export const deliveryReceiver = (ctx: Context, limits: Partial<GroupCommitLimits> = {}): DeliveryReceiver => {
  const endpoints = knownEndpoints(ctx)
  const sources = rememberBriefly((names) => {
    const [workspaceId, sourceId] = JSON.parse(names) as [string, string]
    return ctx.transaction((stores) => readSource(ctx, stores, workspaceId, sourceId))
  })
  const memory = placeMemory()
  const commits = groupCommit({
    commit: (deliveries: Parameters<typeof commitDeliveries>[1]) => commitDeliveries(ctx, deliveries, memory),
    isAvailable: async () => {
      await ctx.transaction(({ endpoints }) => endpoints.find(''))
      return true
    },
    // What was parsed takes a few times what it took as text.
    sizeOf: ({ delivery }) => 1_000 + 3 * delivery.rawBody.length,
    limits,
  })

  const verified = async ({ endpointId, rawBody, signature }: Delivery) => {
    const verdict = (known: KnownEndpoint | null) => {
      if (known === null) return fail({ code: 'not-found', what: 'endpoint' })
      const signed = checkSignature(known.secret, rawBody, signature)
      return signed === 'bad' ? null : { endpoint: known.endpoint, signed }
    }
    return (
      verdict(await endpoints.find(endpointId)) ??
      verdict(await endpoints.refind(endpointId)) ??
      fail({ code: 'bad-signature' })
    )
  }

  return {
    refuseWhenFull: commits.refuseWhenFull,
    receive: async (delivery) => {
      commits.refuseWhenFull()
      const { endpoint, signed } = await verified(delivery)
      const reading = readDelivery(delivery.rawBody, { signed, sourceId: endpoint.sourceId, now: ctx.now() })
      const whole = await judgeWholeCalls(
        ctx,
        (sourceId) => sources(JSON.stringify([endpoint.workspaceId, sourceId])),
        reading.understood,
      )
      const outcome = await commits.add({ delivery, endpoint, reading, whole })
      return 'failure' in outcome ? fail(outcome.failure) : outcome.taken
    },
  }
}
