import { hashText } from '@/domain/plan/rule-hash'
import type { Stores } from '@/server/ports/stores'
import type { Occurrence } from '@/server/ports/violation-store'
import { disagreementsOf, type WholeCall } from './judge-whole-calls'

/** A whole call, and what Segment told of it. */
export type ToldCall = { readonly one: WholeCall; readonly told: readonly Occurrence[] }

/**
 * Counts where Segment's verdict on calls differs from ours, whoever had the call first: the collector, or this delivery.
 * A call counts once, however often Segment's copy of it comes.
 */
export const noteDisagreements = async (
  { traffic, disagreements }: Pick<Stores, 'traffic' | 'disagreements'>,
  calls: readonly ToldCall[],
  now: string,
): Promise<void> => {
  const differing = calls.flatMap(({ one, told }) => {
    const found = disagreementsOf(one, told)
    return found.length === 0 ? [] : [{ key: comparedKey(one.call.key), found }]
  })
  if (differing.length === 0) return
  const first = await traffic.firstReceived(
    differing.map(({ key }) => key),
    now,
  )
  await disagreements.add(differing.flatMap(({ found }, i) => (first.has(i) ? found : [])))
}

/** Remembered beside the messages that were received, and no such key itself. */
const comparedKey = (received: string): string =>
  hashText(JSON.stringify(['compared', received])).slice(0, 32)
