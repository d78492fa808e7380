import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { addPublishJob, isUnfinished } from './add-publish-job'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { lockPlan, lockRequestOf, type RequestName } from './load-change-request'
import { abandoning } from './publish-run'
import { requireTransition } from './require-transition'

/**
 * Gives a failed publish up. Segment may hold part of it, so a job puts the old content back there first, then writes
 * it as the next version and closes the request.
 */
export const abandonPublish = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'abandon-publish')
    const plan = await lockPlan(stores, name.plan)
    const loaded = await lockRequestOf(stores, plan, name.number)
    const { request } = loaded
    requireTransition(request.status, 'abandon')
    if (await isUnfinished(stores, request.jobId))
      fail({ code: 'wrong-state', detail: 'The publish is being given up already.', status: request.status })
    const jobId = await addPublishJob(ctx, stores, plan, request.number)
    await keepRequest(ctx, stores, loaded, {
      set: {
        jobId,
        publishError: { code: abandoning, message: 'Segment is being put back to what it held.' },
      },
      action: 'publish-abandon-started',
      details: { jobId },
    })
    return readView(ctx, stores, name)
  })
