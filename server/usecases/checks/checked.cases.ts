import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { readChangeRequest } from '../change-requests/read-change-request'
import { runReplay } from '../replay/run-replay'
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
  const view = await readChangeRequest(ctx, { plan: plan.id, number })
  if (!view.checks.some(({ name, status }) => name === 'replay' && status === 'queued')) return view
  await runReplay(ctx, {
    id: '',
    payload: { planId: plan.id, number },
    progress: async () => {},
    signal: new AbortController().signal,
    lastAttempt: false,
  })
  return readChangeRequest(ctx, { plan: plan.id, number })
}
