import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { type LoadedRequest, lockPlan, lockRequestOf } from './load-change-request'

/** One run of the job `publish`. */
export type PublishRun = { readonly planId: string; readonly number: number; readonly jobId: string }

/** The code of `publishError` while a failed publish is being taken back. */
export const abandoning = 'abandoning'

/**
 * Records how a run ended, if the request still waits for this job: another run of it may have been faster, and its
 * record stands.
 */
export const recordEnd = (
  ctx: Context,
  run: PublishRun,
  record: (stores: Stores, loaded: LoadedRequest) => Promise<void>,
): Promise<void> =>
  ctx.transaction(async (stores) => {
    const plan = await lockPlan(stores, run.planId)
    const loaded = await lockRequestOf(stores, plan, run.number)
    const { jobId, status, publishError } = loaded.request
    const isWaiting = status === 'publishing' || publishError?.code === abandoning
    if (jobId === run.jobId && isWaiting) await record(stores, loaded)
  })
