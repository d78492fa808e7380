import type { JobView } from '@/contracts/job'
import type { Listing } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { withWaits } from '../publish-queue/with-waits'

type ListJobs = { readonly status?: JobView['status']; readonly limit: number; readonly cursor?: string }

/** Newest first. */
export const listJobs = (ctx: Context, query: ListJobs): Promise<Listing<JobView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-jobs')
    const { status, limit, cursor } = query
    const page = await stores.jobs.list({ status, limit, cursor })
    const jobs = await withWaits(ctx, stores, page.jobs)
    return { data: jobs.map(withoutParts), nextCursor: page.nextCursor }
  })

/** A replay's result may be large; a list shows its numbers, the job itself the rest. */
const withoutParts = (job: JobView): JobView => {
  if (job.kind !== 'replay' || typeof job.result !== 'object' || job.result === null) return job
  const numbers = Object.entries(job.result).filter(([, value]) => typeof value === 'number')
  return { ...job, result: Object.fromEntries(numbers) }
}
