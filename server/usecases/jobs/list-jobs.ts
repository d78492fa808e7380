import type { JobView } from '@/contracts/job'
import type { Listing } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'

type ListJobs = { readonly status?: JobView['status']; readonly limit: number; readonly cursor?: string }

/** Newest first. */
export const listJobs = (ctx: Context, query: ListJobs): Promise<Listing<JobView>> =>
  ctx.transaction(async ({ jobs }) => {
    authorize(ctx.actor, 'read-jobs')
    const page = await jobs.list({ status: query.status, limit: query.limit, cursor: query.cursor })
    return { data: page.jobs, nextCursor: page.nextCursor }
  })
