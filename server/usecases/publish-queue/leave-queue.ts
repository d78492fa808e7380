import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from '../change-requests/load-change-request'

/**
 * Calls a publish off that waits, as part of something else that is done to the request: gives what is to be saved. The
 * plan is locked.
 */
export const leaveQueue = async (
  ctx: Context,
  stores: Stores,
  { request }: Pick<LoadedRequest, 'request'>,
): Promise<Pick<ChangeRequest, 'waiting' | 'publishError'>> => {
  if (request.waiting !== null) await stores.jobs.cancel(request.waiting.jobId, ctx.now())
  return { waiting: null, publishError: null }
}
