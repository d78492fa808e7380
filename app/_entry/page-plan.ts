import { planOfPage } from '@/components/data/plan-of-page'
import type { Context } from '@/server/ports/context'
import { listPlans } from '@/server/usecases/plans/list-plans'

/** The id of the plan that a page is of whose query may name one: the one in the address, else the first; null without plans. */
export const pagePlan = async (
  ctx: Context,
  searchParams: Promise<Readonly<Record<string, unknown>>>,
): Promise<string | null> => {
  const { plan: asked } = await searchParams
  const plans = (await listPlans(ctx, {})).data
  return planOfPage(plans, asked)?.id ?? null
}
