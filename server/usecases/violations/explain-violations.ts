import { bundleKey } from '@/domain/violations/bundles'
import { originOf } from '@/domain/violations/origin'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { originFacts } from './origin-facts'

const atOnce = 200
const atMost = 5_000
const hourMs = 3_600_000

/**
 * Says of each violation that is new why it is there, and what it began together with. What was seen so far may not
 * tell: then it is looked at again every hour for two weeks.
 */
export const explainViolations = async (ctx: Context): Promise<void> => {
  for (let explained = 0; explained < atMost; explained += atOnce)
    if ((await ctx.transaction((stores) => explainSome(ctx, stores))) < atOnce) return
}

const explainSome = async (ctx: Context, stores: Stores): Promise<number> => {
  const now = Date.parse(ctx.now())
  const violations = await stores.origins.unexplained({
    lookedBefore: new Date(now - hourMs).toISOString(),
    youngerThan: new Date(now - 14 * 24 * hourMs).toISOString(),
    limit: atOnce,
  })
  if (violations.length === 0) return 0
  const factsOf = await originFacts(stores, violations)
  const origins = []
  for (const violation of violations) {
    const origin = originOf(await factsOf(violation))
    origins.push({ id: violation.id, origin, bundle: bundleKey(violation.planId, origin) })
  }
  await stores.origins.keep(origins, ctx.now())
  return violations.length
}
