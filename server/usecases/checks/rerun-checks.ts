import type { JobStarted } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import { authorizeRequest } from '../change-requests/authorize-request'
import { lockChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { requireOpen } from '../change-requests/require-transition'
import { askForChecks } from './ask-for-checks'

/** Forgets what the checks found for a request and has them made again. */
export const rerunChecks = (ctx: Context, name: RequestName): Promise<JobStarted> =>
  ctx.transaction(async (stores) => {
    const { request, edits } = await lockChangeRequest(stores, name)
    authorizeRequest(ctx.actor, 'edit', request)
    requireOpen(request.status)
    await stores.checks.keep(request.id, { judgedEdits: [], checks: [] })
    await stores.replays.forget(request.id)
    return { jobId: await askForChecks(ctx, stores, request, edits) }
  })
