import type { Context } from '@/server/ports/context'
import { planSubject } from './subjects'
import { syncPlanKey } from './sync-keys'

/** Asks for a fresh read of every plan that Segment still lists. One that is waiting or running is enough. */
export const scheduleSyncs = (ctx: Context): Promise<void> =>
  ctx.transaction(async ({ jobs, plans }) => {
    for (const { id: planId, problem } of await plans.list())
      if (problem?.code !== notListedCode)
        await jobs.add({
          kind: 'sync-plan',
          payload: { planId },
          subject: planSubject(planId),
          singleKey: syncPlanKey(planId),
          requestedBy: null,
        })
  })

/** The problem of a plan that Segment does not list any more. */
export const notListedCode = 'not-listed'
