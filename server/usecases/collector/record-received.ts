import { maskMessageId } from '@/domain/traffic/mask/mask-message-id'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import type { CollectedCall } from './judge-collected'
import type { KnownSource } from './known-sources'

/** Calls of one source. */
export type ReceivedCalls = { readonly known: KnownSource; readonly calls: readonly CollectedCall[] }

/**
 * Counts calls and keeps some of them, where a plan is there to need them and Segment would take them. A call that came
 * before, by source and message id, is left out. Returns those that are new. `rememberedFrom`: as if they had come then,
 * which may be later than now, so that they are remembered longer.
 */
export const recordReceived = async (
  ctx: Context,
  stores: Stores,
  received: readonly ReceivedCalls[],
  rememberedFrom = ctx.now(),
): Promise<ReadonlySet<CollectedCall>> => {
  const taken = received.flatMap(({ known: { plan, source }, calls }) =>
    calls.flatMap((call) =>
      plan !== null && call.refusal === null && call.callType !== null
        ? [{ call, callType: call.callType, planId: plan.id, source }]
        : [],
    ),
  )
  const first = await stores.traffic.firstReceived(
    taken.map(({ call }) => call.key),
    rememberedFrom,
  )
  const fresh = taken.filter((_, i) => first.has(i))
  // Plans one after the other in the order of their ids, so that parallel writers do not deadlock.
  for (const planId of [...new Set(fresh.map((one) => one.planId))].sort()) {
    const { settings } = await stores.trafficSettings.find(planId)
    await stores.traffic.record(
      fresh.filter((one) => one.planId === planId).map(toReceived),
      { callsPerStratum: settings.record ? settings.callsPerStratum : 0, receivedAt: ctx.now() },
      ctx.newId,
    )
  }
  return new Set(fresh.map(({ call }) => call))
}

const toReceived = ({
  call,
  callType,
  planId,
  source,
}: {
  readonly call: CollectedCall
  readonly callType: ReceivedCall['callType']
  readonly planId: string
  readonly source: KnownSource['source']
}): ReceivedCall => ({
  planId,
  sourceId: source.id,
  sourceName: source.name,
  callType,
  event: call.event,
  appVersion: call.appVersion,
  eventVersion: call.eventVersion,
  messageId: maskMessageId(call.messageId),
  at: call.at,
  planned: call.judged?.planned ?? false,
  shape: call.shape(),
  mask: call.mask,
})
