import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { planSubject } from '../workspaces/subjects'
import { findPromotion } from './find-promotion'

/** After a plan has become live: what it holds already of the plan that it follows, and what its followers hold of it. */
export const noteHeldAround = async (ctx: Context, stores: Stores, planId: string): Promise<void> => {
  for (const target of await stores.targets.list())
    if (target.follows !== null && (target.planId === planId || target.follows === planId))
      await noteHeld(ctx, stores, target.planId)
}

/**
 * What is live upstream counts as promoted where the plan that follows holds all of it, whoever brought it there:
 * nothing would be left to promote, so it is not behind.
 */
export const noteHeld = async (ctx: Context, stores: Stores, planId: string): Promise<void> => {
  const target = await stores.targets.lock(planId)
  if (target === null || target.follows === null) return
  const follower = await stores.plans.find(planId)
  const upstream = await stores.plans.find(target.follows)
  if (follower === null || upstream === null || upstream.liveVersion === null) return
  const version = upstream.liveVersion
  if (version <= (target.promoted?.version ?? 0)) return
  // While the newest version is on its way to Segment, the target holds something else.
  if (follower.headVersion === null || follower.headVersion !== follower.liveVersion) return
  const { found } = await findPromotion(stores, { target, follower, upstream }, {})
  if (found.edits.length + found.conflicts.length > 0) return
  await stores.targets.save({ ...target, promoted: { version, at: ctx.now() } })
  await stores.audit.append({
    chain: follower.workspaceId,
    actor: ctx.actor,
    at: ctx.now(),
    action: 'target-caught-up',
    subject: planSubject(planId),
    details: { stage: target.stage, follows: upstream.id, name: upstream.name, version },
  })
}
