import type { JobView } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { withWaits } from '../publish-queue/with-waits'

/** A job with its progress, result or error; kept after the queue has forgotten it. */
export const readJob = (ctx: Context, { id }: { readonly id: string }): Promise<JobView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-jobs')
    const found = (await stores.jobs.find(id)) ?? fail({ code: 'not-found', what: 'job' })
    const [job] = await withWaits(ctx, stores, [found])
    return job ?? found
  })
