import type { InsightsView, Measures, ReadInsights } from '@/contracts/insights'
import { ratesOf } from '@/domain/insights/measure'
import { instantsOf, type Span, spansOf } from '@/domain/insights/spans'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { planCountsAt } from './plan-counts-at'

/** How tracking went over a time, and over the equally long time before it. */
export const readInsights = (ctx: Context, input: ReadInsights): Promise<InsightsView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const plans = await plansOf(stores, input)
    const { step, spans, whole, before } = spansOf(Number(input.days), ctx.now())
    const now = await measured(stores, plans, { whole, spans, step })
    const then = await measured(stores, plans, { whole: before, spans: [before], step: step * spans.length })
    return {
      ...whole,
      hasOwners: now.hasOwners,
      points: now.points,
      total: now.total,
      before: then.total,
    }
  })

const plansOf = async (stores: Stores, { plan, workspace }: ReadInsights): Promise<readonly Plan[]> => {
  if (plan !== undefined) return [await findPlan(stores, plan)]
  const all = await stores.plans.list()
  return workspace === undefined ? all : all.filter(({ workspaceId }) => workspaceId === workspace)
}

type Measured = {
  readonly points: (Span & Measures)[]
  readonly total: Measures
  readonly hasOwners: boolean
}

const measured = async (
  stores: Stores,
  plans: readonly Plan[],
  { whole, spans, step }: { readonly whole: Span; readonly spans: readonly Span[]; readonly step: number },
): Promise<Measured> => {
  const ids = plans.map(({ id }) => id)
  const days = await stores.insights.days(ids, whole)
  const steps = { from: instantsOf(whole).from, days: step, count: spans.length }
  const moments = await stores.insights.moments(ids, steps)
  const { counts, hasOwners } = await planCountsAt(
    stores,
    ids,
    spans.map((span) => instantsOf(span).to),
  )
  const measuresOf = (span: Span, place: number, end: number): Measures => {
    const moment = moments[place]
    return {
      ...ratesOf(days.filter(({ day }) => day >= span.from && day <= span.to)),
      opened: moment?.opened ?? 0,
      resolved: moment?.resolved ?? 0,
      hoursToResolve: moment?.hours ?? null,
      ...(counts[end] ?? { planned: null, described: null, owned: null }),
    }
  }
  return {
    points: spans.map((span, place) => ({ ...span, ...measuresOf(span, place, place) })),
    total: measuresOf(whole, spans.length, spans.length - 1),
    hasOwners,
  }
}
