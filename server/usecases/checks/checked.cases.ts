import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { readChangeRequest } from '../change-requests/read-change-request'
import { runChecks } from './run-checks'

/** Runs the checks of a request as a worker would, and gives the request as it is then. */
export const checked = async (
  ctx: Context,
  { plan, number }: ChangeRequestView,
): Promise<ChangeRequestView> => {
  await runChecks(ctx, {
    planId: plan.id,
    number,
    progress: async () => {},
    signal: new AbortController().signal,
    lastAttempt: false,
  })
  return readChangeRequest(ctx, { plan: plan.id, number })
}
