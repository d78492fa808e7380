import { sharedStratumId, stratumId } from '@/domain/traffic/stratum'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import type { Client } from '../client'

/** Strata that a source may have of its own on a day; names that nobody planned have fewer, since code can make them. */
export const strataPerDay = { planned: 2_000, unplanned: 200 } as const

export type PlacedCall = {
  readonly call: ReceivedCall
  readonly day: string
  readonly stratum: string
  readonly shared: boolean
}

/**
 * Finds the stratum of each call: its own, or the shared one of its source where there are too many by now. Writers
 * that begin strata at the same moment may pass the number by a few.
 */
export const placeInStrata = async (
  client: Client,
  calls: readonly ReceivedCall[],
  day: string,
): Promise<readonly PlacedCall[]> => {
  const placed = calls.map((call) => ({ call, day, stratum: stratumId({ ...call, day }), shared: false }))
  const ids = [...new Set(placed.map(({ stratum }) => stratum))]
  const known = await client.trafficStratum.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const own = new Set(known.map(({ id }) => id))
  if (own.size === ids.length) return placed
  const free = await freeStrata(client, placed)
  return placed.map((one) => {
    if (own.has(one.stratum)) return one
    const group = groupOf(one)
    const left = free.get(group) ?? 0
    if (left <= 0) return { ...one, stratum: sharedStratumId({ ...one.call, day: one.day }), shared: true }
    free.set(group, left - 1)
    own.add(one.stratum)
    return one
  })
}

const groupOf = ({ call, day }: Pick<PlacedCall, 'call' | 'day'>): string =>
  JSON.stringify([call.planId, call.sourceId, day, call.planned])

/** How many strata more each source of the batch may have on a day, by group. */
const freeStrata = async (client: Client, placed: readonly PlacedCall[]): Promise<Map<string, number>> => {
  const groups = new Map(placed.map((one) => [groupOf(one), one]))
  const free = new Map<string, number>()
  for (const [group, { call, day }] of groups) {
    const { planId, sourceId, planned } = call
    const taken = await client.trafficStratum.count({
      where: { planId, sourceId, day: new Date(day), planned, shared: false },
    })
    free.set(group, strataPerDay[planned ? 'planned' : 'unplanned'] - taken)
  }
  return free
}
