/** A step from what was promoted before (null at the first time) to a version of the plan that is followed. */
export type PromotionStep = { readonly from: number | null; readonly version: number }

/**
 * Which version counts as promoted once a promotion was published, given which one did before. What another promotion
 * brought in the meantime is not taken back by this one.
 */
export const afterPromotion = (known: number | null, { from, version }: PromotionStep): number =>
  known === from ? version : Math.max(known ?? version, version)

/**
 * The same once a promotion was taken back: the plan is where it was before it, however many promotions came after, since
 * what it brought is to be promoted again.
 */
export const afterTakingBack = (known: number | null, { from, version }: PromotionStep): number | null =>
  known !== null && known >= version ? from : known

/** A published request of the plan that follows: what it promotes, or the number of the request that it takes back. */
export type PublishedStep = {
  readonly number: number
  readonly promotes: PromotionStep | null
  readonly reverts: number | null
}

/** A promotion that a request makes, by itself or by taking back what took it back, or takes back. */
export type PromotionEffect = PromotionStep & { readonly kind: 'promoted' | 'taken-back' }

/** Which version counts as promoted after an effect. */
export const afterEffect = (known: number | null, effect: PromotionEffect): number | null =>
  effect.kind === 'promoted' ? afterPromotion(known, effect) : afterTakingBack(known, effect)

/** Which version counts as promoted after these requests, in the order in which they were published. */
export const promotedAfter = (published: readonly PublishedStep[]): number | null => {
  const effects = new Map<number, PromotionEffect>()
  let known: number | null = null
  for (const { number, promotes, reverts } of published) {
    const undone = reverts === null ? undefined : effects.get(reverts)
    const effect = promotes ? { ...promotes, kind: 'promoted' as const } : undone && inverse(undone)
    if (effect === undefined) continue
    effects.set(number, effect)
    known = afterEffect(known, effect)
  }
  return known
}

export const inverse = (effect: PromotionEffect): PromotionEffect => ({
  ...effect,
  kind: effect.kind === 'promoted' ? 'taken-back' : 'promoted',
})
