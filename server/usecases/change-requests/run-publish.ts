import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import { lookAndTakeTurn } from '../publish-queue/look-and-take-turn'
import { type Pace, realPace } from '../publishing/pace'
import { bringToSegment } from './bring-to-segment'
import { loadChangeRequest } from './load-change-request'
import { abandoning, type PublishRun } from './publish-run'
import { takeBackFromSegment } from './take-back-from-segment'

/**
 * The job `publish`: brings Segment to the version of a request, or back from it when the publish is being given up.
 * One that waits for its hour or its turn takes it first. Can be run again after a stop at any instruction. A job that
 * the request no longer waits for does nothing.
 */
export const runPublish = async (
  ctx: Context,
  run: PublishRun,
  pace: Pace = realPace,
): Promise<JobRunEnd> => {
  const { request } = await ctx.transaction((stores) =>
    loadChangeRequest(stores, { plan: run.planId, number: run.number }),
  )
  const { status, publishError, publishedVersion, waiting } = request
  if (waiting?.jobId === run.jobId) return afterTurn(ctx, run, pace)
  if (request.jobId !== run.jobId) return { done: { status, version: publishedVersion } }
  if (status === 'publishing') return bringToSegment(ctx, run, pace)
  if (publishError?.code === abandoning) return takeBackFromSegment(ctx, run, pace)
  // An earlier run recorded the end and was stopped before it could report it.
  return publishError === null ? { done: { status, version: publishedVersion } } : { failed: publishError }
}

const afterTurn = async (ctx: Context, run: PublishRun, pace: Pace): Promise<JobRunEnd> => {
  const turn = await lookAndTakeTurn(ctx, run)
  switch (turn.kind) {
    case 'begun':
      return bringToSegment(ctx, run, pace)
    case 'waits':
      return { waits: true }
    case 'stopped':
      return { failed: turn.reason }
    case 'retry':
      return { retry: turn.retry }
    case 'over':
      return { done: null }
  }
}
