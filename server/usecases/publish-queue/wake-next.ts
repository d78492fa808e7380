import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { planQueue } from './plan-queue'

/** Has the next of a plan's queue look whether its turn has come. The plan is locked. */
export const wakeNext = async (ctx: Context, stores: Stores, plan: Plan): Promise<void> => {
  const [next] = (await planQueue(ctx, stores, plan)).waiting
  if (next?.waiting) await stores.jobs.reschedule(next.waiting.jobId, ctx.now())
}
