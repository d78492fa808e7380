import type { JobView } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'

/** A job with its progress, result or error; kept after the queue has forgotten it. */
export const readJob = (ctx: Context, { id }: { readonly id: string }): Promise<JobView> =>
  ctx.transaction(async ({ jobs }) => {
    authorize(ctx.actor, 'read-jobs')
    return (await jobs.find(id)) ?? fail({ code: 'not-found', what: 'job' })
  })
