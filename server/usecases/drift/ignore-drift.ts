import type { DriftedRule } from '@/domain/publish/drift'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/** Leaves drift as it is until an instant, as long as Segment holds what it holds now. */
export const ignoreDrift = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  { rule, theirs }: DriftedRule,
  { until, reason }: { readonly until: string; readonly reason: string },
): Promise<void> => {
  if (Date.parse(until) <= Date.parse(ctx.now()))
    fail({
      code: 'invalid-input',
      fields: [{ path: 'until', message: 'Choose a time that is still to come.' }],
    })
  const seen = theirs?.hash ?? null
  await stores.drift.ignore(plan.id, { rule, seen, until, reason, by: ctx.actor.name })
}
