import type { Context } from '@/server/ports/context'
import type { LiveCall } from '@/server/ports/live-store'
import type { Stores } from '@/server/ports/stores'
import type { CollectedCall } from './judge-collected'
import type { KnownWriteKey } from './known-write-keys'
import { occurrencesOfCalls } from './occurrences-of-calls'
import { recordReceived } from './record-received'

/** The calls of one request, judged. */
export type CollectedRequest = {
  /** Of its body. */
  readonly bytes: number
  readonly known: KnownWriteKey
  readonly calls: readonly CollectedCall[]
  /** Calls of tests among what came: the proof that it works, and no traffic. */
  readonly tests: readonly string[]
  /** What the debugger is to show of them. */
  readonly live: readonly LiveCall[]
}

/**
 * Commits the calls of requests in one transaction; an answer for each. A call that came before, by its message id, changes nothing but the
 * time of the last delivery.
 */
export const commitCollected = (
  ctx: Context,
  requests: readonly CollectedRequest[],
): Promise<readonly 'committed'[]> =>
  ctx.transaction(async (stores) => {
    const now = ctx.now()
    await recordReceived(ctx, stores, requests)
    const occurrences = requests.flatMap(({ known, calls }) =>
      known.plan === null ? [] : occurrencesOfCalls(known.plan.id, known.source, calls),
    )
    await stores.violations.fold(occurrences, { now, newId: ctx.newId })
    await noteDeliveries(stores, requests, now)
    for (const { known, tests } of requests)
      await stores.routes.testsArrived(tests, { at: now, by: 'collector', sourceId: known.source.id })
    await stores.live.add(requests.flatMap(({ live }) => live))
    return requests.map(() => 'committed' as const)
  })

/** Sorted, like everything that several writers count in. */
const noteDeliveries = async (stores: Stores, requests: readonly CollectedRequest[], now: string) => {
  const counts = new Map<string, { readonly known: KnownWriteKey; calls: number }>()
  for (const { known, calls } of requests) {
    if (calls.length === 0) continue
    const count = counts.get(known.endpoint.id) ?? { known, calls: 0 }
    count.calls += calls.length
    counts.set(known.endpoint.id, count)
  }
  for (const [id, { known, calls }] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await stores.endpoints.delivered(id, now, calls)
    await stores.routes.arrived(known.source.workspaceId, [
      { sourceId: known.source.id, route: 'collector', arrivals: calls, lastAt: now },
    ])
  }
}
