import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { mayWaitFor } from '../change-requests/list-change-requests'
import { surroundingsIn } from '../change-requests/request-facts'
import { waitingForActor } from '../change-requests/waits-for-actor'

/** More than anybody works through at once; the number on the screen stops here. */
const most = 100

/** The requests that this person could approve or is mentioned in, and that still need it, newest first. */
export const waitingForMe = async (ctx: Context, stores: Stores): Promise<readonly ChangeRequest[]> => {
  const { actor } = ctx
  if (actor.personId === null) return []
  const { requests } = await stores.changeRequests.page({ ...(await mayWaitFor(stores, actor)), limit: most })
  return waitingForActor(stores, actor, await surroundingsIn(ctx, stores), requests)
}
