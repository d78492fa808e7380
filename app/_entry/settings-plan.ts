import { planOfSettings } from '@/components/data/plan-of-settings'
import type { Context } from '@/server/ports/context'
import { listPlans } from '@/server/usecases/plans/list-plans'

/** The id of the plan that a page of settings is of: the one in the address, else the first; null without plans. */
export const settingsPlan = async (
  ctx: Context,
  searchParams: Promise<Readonly<Record<string, unknown>>>,
): Promise<string | null> => {
  const { plan: asked } = await searchParams
  const plans = (await listPlans(ctx, {})).data
  return planOfSettings(plans, asked)?.id ?? null
}
