import type { Context } from '@/server/ports/context'
import { loadChangeRequest } from '../change-requests/load-change-request'
import { askForChecks } from './ask-for-checks'

/** Asks for the checks of open requests that this build of the rules has not looked at: after an upgrade, all. */
export const scheduleChecks = (ctx: Context): Promise<void> =>
  ctx.transaction(async (stores) => {
    for (const { planId, number } of await stores.checks.unknownTo(ctx.judge.engine)) {
      const { request, edits } = await loadChangeRequest(stores, { plan: planId, number })
      await askForChecks(ctx, stores, request, edits)
    }
  })
