import type { Promotion } from '@/server/ports/change-request-store'
import type { Stores } from '@/server/ports/stores'

/**
 * A promotion was published: the target remembers what it got. Nothing to remember where the plan follows another one
 * by now, or none. The plan is locked.
 */
export const recordPromotion = async (
  stores: Stores,
  planId: string,
  { upstreamPlanId, from, version, at }: Promotion & { readonly at: string },
): Promise<void> => {
  const target = await stores.targets.find(planId)
  if (target === null || target.follows !== upstreamPlanId) return
  const known = target.promoted?.version ?? null
  // What another promotion brought in the meantime is not taken back by this one.
  const reached = known === from ? version : Math.max(known ?? version, version)
  await stores.targets.save({ ...target, promoted: { version: reached, at } })
}
