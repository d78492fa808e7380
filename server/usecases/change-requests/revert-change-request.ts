import type { ChangeRequestView } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import type { Edit } from '@/domain/plan/edit'
import { invertEdit } from '@/domain/plan/invert-edit'
import { isOpen } from '@/domain/review/transition'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { readView } from './change-request-view'
import { headSince } from './head-of-plan'
import { keepRequest } from './keep-request'
import { type LoadedRequest, lockChangeRequest, type RequestName } from './load-change-request'
import { headOf, openRequest } from './open-request'
import { requestSubject } from './request-subject'

/**
 * Opens a request that takes back what a published one did, as the person who acts. Rules that were changed again
 * since are conflicts of the new request, to be settled there like any other; it begins as a draft then, else in
 * review. Gives the one that is open already where somebody was faster, or pressed twice. `wrong-state` while the
 * request is not published, and when nothing of it is left to take back.
 */
export const revertChangeRequest = (ctx: Context, name: RequestName): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'propose')
    const loaded = await lockChangeRequest(stores, name)
    const { plan, request } = loaded
    const { status, publishedVersion } = request
    if (status !== 'published' || publishedVersion === null)
      return fail({ code: 'wrong-state', detail: 'Only a published request can be reverted.', status })
    const opened = await openRevertOf(stores, loaded)
    if (opened !== null) return readView(ctx, stores, { plan: plan.id, number: opened })
    const head = headOf(plan)
    const undo = loaded.edits.map((edit): Edit => invertEdit(edit))
    const { edits, conflicts } = bringUpToDate(undo, await headSince(stores, plan, publishedVersion))
    if (edits.length + conflicts.length === 0)
      fail({ code: 'wrong-state', detail: 'Nothing of the request is left to take back.', status })

    const isClean = conflicts.length === 0
    const number = await openRequest(ctx, stores, plan, {
      title: `Revert: ${request.title}`.slice(0, 200),
      description: `Takes back change request ${request.number}, published as version ${publishedVersion}.`,
      status: isClean ? 'in-review' : 'draft',
      base: isClean ? head : publishedVersion,
      edits: isClean ? edits : undo,
      reverts: request.number,
    })
    await keepRequest(ctx, stores, loaded, {
      set: {},
      action: 'change-request-reverted',
      details: { number },
    })
    return readView(ctx, stores, { plan: plan.id, number })
  })

/** The audit chain knows which request was opened to take this one back. */
const openRevertOf = async (stores: Stores, { plan, request }: LoadedRequest): Promise<number | null> => {
  const entries = await stores.audit.ofSubject(requestSubject(plan.id, request.number))
  const number = entries.find(({ action }) => action === 'change-request-reverted')?.details.number
  if (typeof number !== 'number') return null
  const revert = await stores.changeRequests.find(plan.id, number)
  return revert !== null && isOpen(revert.status) ? number : null
}
