import type { Context } from '@/server/ports/context'
import { isUnfinished } from '../change-requests/add-publish-job'
import { lockPlan, lockRequestOf } from '../change-requests/load-change-request'
import { stopWaiting } from './stop-waiting'

/** Stops every publish that waits for a job which has given up, so that people know and the queue goes on. */
export const releaseLostPublishes = async (ctx: Context): Promise<void> => {
  const waits = await ctx.transaction(({ changeRequests }) => changeRequests.waiting())
  for (const { planId, number } of waits)
    await ctx.transaction(async (stores) => {
      const plan = await lockPlan(stores, planId)
      const loaded = await lockRequestOf(stores, plan, number)
      const { waiting } = loaded.request
      if (waiting === null || (await isUnfinished(stores, waiting.jobId))) return
      const job = await stores.jobs.find(waiting.jobId)
      await stopWaiting(ctx, stores, loaded, job?.error ?? { code: 'gave-up', message: 'Its job is gone.' })
    })
}
