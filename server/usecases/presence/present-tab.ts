import type { PresentTab } from '@/server/ports/presence-store'
import type { Stores } from '@/server/ports/stores'
import type { RequestName } from '../change-requests/load-change-request'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'

/** A tab of a person's on a request; `not-found` where there is no such request. */
export const presentTab = async (
  stores: Stores,
  personId: string,
  { plan, number }: RequestName,
  tab: string,
): Promise<PresentTab> => {
  const request = await stores.changeRequests.find((await findPlan(stores, plan)).id, number)
  return { requestId: request?.id ?? fail({ code: 'not-found', what: 'change request' }), personId, tab }
}
