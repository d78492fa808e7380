import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { workspaceSubject } from '../workspaces/subjects'
import { lockGroup } from './lock-group'
import { lockPlansNaming } from './plans-naming'

/** Takes a group away. `wrong-state` while a policy names it, since nobody could clear its areas then. */
export const deleteGroup = (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-groups')
    const group = await lockGroup(stores, id)
    const naming = await lockPlansNaming(stores, group)
    if (naming.length > 0)
      fail({
        code: 'wrong-state',
        detail: `${group.name} owns an area of ${naming.map(({ name }) => name).join(', ')}. Give it to another group first.`,
        status: 'in-use',
      })
    await stores.groups.remove(id)
    await stores.audit.append({
      chain: group.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'group-deleted',
      subject: workspaceSubject(group.workspaceId),
      details: { group: id, name: group.name },
    })
    return null
  })
