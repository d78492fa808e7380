import type { JobStarted } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { planSubject } from '../workspaces/subjects'
import { syncPlanKey } from '../workspaces/sync-keys'
import { discoverPlan } from './discover-plan'
import { findPlan } from './find-plan'

/**
 * Reads the plan from Segment now; gives the running job when there is one. A `tp_…` that is not known yet is looked
 * for in the connected workspaces first, since it may be new there.
 */
export const startSync = async (ctx: Context, input: { readonly plan: string }): Promise<JobStarted> => {
  authorize(ctx.actor, 'sync-plan')
  await discoverPlan(ctx, input.plan)
  return ctx.transaction(async (stores) => {
    const { id: planId } = await findPlan(stores, input.plan)
    const jobId = await stores.jobs.add({
      kind: 'sync-plan',
      payload: { planId },
      subject: planSubject(planId),
      singleKey: syncPlanKey(planId),
      requestedBy: ctx.actor.personId,
    })
    return { jobId }
  })
}
