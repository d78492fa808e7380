import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/** The plan that a caller names by our id or Segment's `tp_…`. */
export const findPlan = async ({ plans }: Stores, id: string): Promise<Plan> =>
  (await plans.find(id)) ?? fail({ code: 'not-found', what: 'plan' })

/** The version asked for, or the head; null while the plan has none. Fails when there is no such version. */
export const versionAsked = (plan: Plan, version: number | undefined): number | null => {
  if (version !== undefined && (version < 1 || version > (plan.headVersion ?? 0)))
    return fail({ code: 'not-found', what: `version ${version} of the plan` })
  return version ?? plan.headVersion
}
