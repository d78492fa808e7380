import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { keepRequest } from '../change-requests/keep-request'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { standingNow } from '../change-requests/review-terms'
import { settleStatus } from '../change-requests/settle-status'
import { wakeNext } from './wake-next'

/** Why a publish did not begin. */
export type Reason = { readonly code: string; readonly message: string }

/**
 * Takes a publish that cannot begin out of the queue and says why; the request stays as it is otherwise, and whoever is
 * behind it goes on. The plan is locked.
 */
export const stopWaiting = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
  reason: Reason,
): Promise<void> => {
  const { plan, request } = loaded
  await keepRequest(ctx, stores, loaded, {
    set: {
      waiting: null,
      jobId: request.waiting?.jobId ?? request.jobId,
      publishError: reason,
      status: settleStatus(request.status, await standingNow(ctx, stores, loaded)),
    },
    action: 'publish-stopped',
    details: reason,
  })
  await wakeNext(ctx, stores, plan)
}
