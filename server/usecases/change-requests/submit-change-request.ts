import type { ChangeRequestView } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { fail } from '../fail'
import { authorizeRequest } from './authorize-request'
import { readView } from './change-request-view'
import { keepRequest } from './keep-request'
import { asSkimmed, lockChangeRequest, type RequestName } from './load-change-request'
import { factsOf, surroundingsIn } from './request-facts'
import { requireTransition } from './require-transition'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'

/** Asks for review. A request whose approvals still stand is approved at once. */
export const submitChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, name)
    const { request, edits } = loaded
    authorizeRequest(ctx.actor, 'submit', request)
    const submitted = requireTransition(request.status, 'submit')
    if (edits.length === 0) {
      const { gates } = await factsOf(asSkimmed(loaded), await surroundingsIn(ctx, stores))
      fail({ code: 'blocked', detail: 'The request holds no edits.', gates })
    }
    const standing = await standingNow(ctx, stores, loaded)
    await keepRequest(ctx, stores, loaded, {
      set: { status: settleStatus(submitted, standing) },
      action: 'change-request-submitted',
    })
    return readView(ctx, stores, name)
  })
