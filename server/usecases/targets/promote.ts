import type { ChangeRequestView } from '@/contracts/change-request'
import type { Promote } from '@/contracts/target'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { readView } from '../change-requests/change-request-view'
import { headOf, openRequest } from '../change-requests/open-request'
import { withOrigin } from '../change-requests/with-origin'
import { fail } from '../fail'
import { findPromotion } from './find-promotion'
import { lockFollower, type TargetName } from './find-target'
import { noteHeld } from './note-held'

/**
 * Opens a change request in the plan that follows, which brings a version of the followed plan on to it, as the person
 * who acts: its own policy decides, and its own publish brings it to Segment. Where both changed the same place the
 * request begins as a draft with those conflicts, else in review. Gives the one that is open already for that version.
 *
 * @throws Failed `wrong-state` when the target holds all of it already, which is noted, or one of the two plans holds nothing yet
 */
export const promote = async (ctx: Context, input: TargetName & Promote): Promise<ChangeRequestView> => {
  const opened = await ctx.transaction((stores) => openPromotion(ctx, stores, input))
  if ('view' in opened) return opened.view
  return fail({ code: 'wrong-state', detail: opened.nothing, status: 'up-to-date' })
}

const openPromotion = async (
  ctx: Context,
  stores: Stores,
  input: TargetName & Promote,
): Promise<{ readonly view: ChangeRequestView } | { readonly nothing: string }> => {
  authorize(ctx.actor, 'propose')
  const following = await lockFollower(stores, input)
  const { follower, upstream } = following
  const { version, from, found } = await findPromotion(stores, following, input)
  const open = await stores.changeRequests.openPromotion(follower.id, {
    upstreamPlanId: upstream.id,
    version,
  })
  if (open !== null) return { view: await readView(ctx, stores, { plan: follower.id, number: open.number }) }
  const { edits, merged, conflicts, raw, renames } = found
  if (edits.length + conflicts.length === 0) {
    await noteHeld(ctx, stores, follower.id)
    return {
      nothing: `${follower.name} holds everything of version ${version} of ${upstream.name} already, so there is nothing to promote.`,
    }
  }
  const isClean = conflicts.length === 0
  const number = await openRequest(ctx, stores, follower, {
    title: (input.title ?? `Promote version ${version} of ${upstream.name}`).slice(0, 200),
    description: '',
    status: isClean ? 'in-review' : 'draft',
    base: headOf(follower),
    // At the first time there is no version that both changes began on, so nothing to compare them with.
    edits: isClean ? (from === null ? edits : edits.map((edit) => withOrigin(edit, merged))) : raw,
    promotion: {
      upstreamPlanId: upstream.id,
      upstreamPlanName: upstream.name,
      version,
      from,
      unsettled: !isClean,
      renames: isClean ? [] : renames,
    },
  })
  return { view: await readView(ctx, stores, { plan: follower.id, number }) }
}
