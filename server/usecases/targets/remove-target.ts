import { followersOf } from '@/domain/promotion/stages'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { planSubject } from '../workspaces/subjects'
import { lockFollower, type TargetName } from './find-target'
import { stagesOf } from './stages-of'

/**
 * A plan follows no other any more; those that follow it go on following it. Nothing changes in Segment, and open
 * promotions stay as the change requests that they are.
 */
export const removeTarget = (ctx: Context, name: TargetName): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-targets')
    const { target, follower, upstream } = await lockFollower(stores, name)
    const targets = await stores.targets.lockAll()
    const isFollowed = followersOf(stagesOf(targets), follower.id).length > 0
    if (isFollowed) await stores.targets.save({ ...target, follows: null, position: 0, promoted: null })
    else await stores.targets.remove(follower.id)
    await stores.audit.append({
      chain: follower.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'target-removed',
      subject: planSubject(follower.id),
      details: {
        stage: target.stage,
        followed: upstream.id,
        name: upstream.name,
        promoted: target.promoted?.version ?? null,
      },
    })
    return null
  })
