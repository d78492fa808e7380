import type { ReplayedCall } from './replayed-call'

/**
 * At most about so many calls, evenly from each stratum, with weights that stand for the same received calls. Those of
 * a stratum are taken in even steps, so give them in an order that says nothing of what they hold.
 */
export const thinCalls = (calls: readonly ReplayedCall[], most: number): readonly ReplayedCall[] => {
  if (calls.length <= most) return calls
  const strata = new Map<string, ReplayedCall[]>()
  for (const call of calls) {
    const stratum = strata.get(call.stratum)
    if (stratum) stratum.push(call)
    else strata.set(call.stratum, [call])
  }
  return [...strata.values()].flatMap((stratum) => {
    const take = Math.max(1, Math.floor((stratum.length * most) / calls.length))
    const step = stratum.length / take
    return Array.from({ length: take }, (_, i) => stratum[Math.floor(i * step)])
      .filter((call) => call !== undefined)
      .map((call) => ({ ...call, weight: (call.weight * stratum.length) / take }))
  })
}
