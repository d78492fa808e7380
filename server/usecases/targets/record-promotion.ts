import { afterEffect, inverse, type PromotionEffect } from '@/domain/promotion/promoted-version'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'

/**
 * A request was published: the target remembers what it got of the plan that it follows, or what was taken back of
 * that. Nothing to remember where the request does neither, or the plan follows another one by now, or none. The plan is
 * locked.
 */
export const recordPromotion = async (
  ctx: Context,
  stores: Stores,
  request: ChangeRequest,
): Promise<void> => {
  const found = await effectOf(stores, request)
  if (found === null) return
  const target = await stores.targets.lock(request.planId)
  if (target === null || target.follows !== found.upstreamPlanId) return
  const version = afterEffect(target.promoted?.version ?? null, found.effect)
  await stores.targets.save({ ...target, promoted: version === null ? null : { version, at: ctx.now() } })
}

type Found = { readonly upstreamPlanId: string; readonly effect: PromotionEffect }

/** A request that takes back another one undoes what that one did, which may be a taking back itself. */
const effectOf = async (
  stores: Stores,
  { planId, promotion, reverts }: ChangeRequest,
): Promise<Found | null> => {
  if (promotion !== null) {
    const { upstreamPlanId, from, version } = promotion
    return { upstreamPlanId, effect: { kind: 'promoted', from, version } }
  }
  const undone = reverts === null ? null : await stores.changeRequests.find(planId, reverts)
  const found = undone && (await effectOf(stores, undone))
  return found && { ...found, effect: inverse(found.effect) }
}
