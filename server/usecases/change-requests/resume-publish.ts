import type { JobStarted } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { addPublishJob, isUnfinished } from './add-publish-job'
import { keepRequest } from './keep-request'
import { lockPlan, lockRequestOf, type RequestName } from './load-change-request'
import { requireTransition } from './require-transition'

/**
 * Goes on with a publish that failed, or whose job ended without finishing it. What was approved is what is sent: the
 * version was written when the publish began.
 */
export const resumePublish = (ctx: Context, name: RequestName): Promise<JobStarted> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'resume-publish')
    const plan = await lockPlan(stores, name.plan)
    const loaded = await lockRequestOf(stores, plan, name.number)
    const { request } = loaded
    const isRunning = await isUnfinished(stores, request.jobId)
    if (request.status === 'publishing' && isRunning && request.jobId !== null)
      return { jobId: request.jobId }
    if (isRunning)
      fail({ code: 'wrong-state', detail: 'The publish is being given up.', status: request.status })
    const status =
      request.status === 'publishing' ? request.status : requireTransition(request.status, 'resume')
    const jobId = await addPublishJob(ctx, stores, plan, request.number)
    await keepRequest(ctx, stores, loaded, {
      set: { status, jobId, publishError: null },
      action: 'publish-resumed',
      details: { jobId },
    })
    return { jobId }
  })
