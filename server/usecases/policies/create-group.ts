import type { CreateGroup, GroupView } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { keepGroup, requireSoundGroup } from './keep-group'

/** A new group of reviewers, for the policies of a workspace's plans to name. */
export const createGroup = (ctx: Context, { workspace, name, members }: CreateGroup): Promise<GroupView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-groups')
    const { id: workspaceId } =
      (await stores.workspaces.find(workspace)) ?? fail({ code: 'not-found', what: 'workspace' })
    await stores.groups.lock(workspaceId)
    const group = { id: ctx.newId(), workspaceId, name, members }
    await requireSoundGroup(stores, group)
    return keepGroup(ctx, stores, group, 'group-created')
  })
