import { isWaitingFor } from '@/domain/review/approval'
import { can } from '@/domain/review/can'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { loadChangeRequest } from '../change-requests/load-change-request'
import { factsOf, surroundingsIn } from '../change-requests/request-facts'

/** More than anybody works through at once; the number on the screen stops here. */
const most = 100

/** The requests in review that this person could approve and that still need it, newest first. */
export const waitingForMe = async (ctx: Context, stores: Stores): Promise<readonly ChangeRequest[]> => {
  const { actor } = ctx
  if (actor.personId === null || !can(actor.role, 'review')) return []
  const { requests } = await stores.changeRequests.page({ statuses: ['in-review'], limit: most })
  const around = await surroundingsIn(ctx, stores)
  const waiting: ChangeRequest[] = []
  for (const request of requests) {
    const loaded = await loadChangeRequest(stores, { plan: request.planId, number: request.number })
    const { standing, terms } = await factsOf(loaded, around)
    if (isWaitingFor(standing, terms, actor.personId)) waiting.push(request)
  }
  return waiting
}
