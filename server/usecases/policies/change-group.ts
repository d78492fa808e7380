import type { GroupView, SaveGroup } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { lockOpenRequests, resettle } from '../change-requests/resettle'
import { keepGroup, requireSoundGroup } from './keep-group'
import { lockGroup } from './lock-group'
import { lockPlansNaming } from './plans-naming'

/** Gives a group another name or other people. Open requests that wait for it move to where that puts them. */
export const changeGroup = (
  ctx: Context,
  { id, name, members }: { readonly id: string } & SaveGroup,
): Promise<GroupView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-groups')
    const group = await lockGroup(stores, id)
    const changed = { ...group, name, members }
    await requireSoundGroup(stores, changed)
    const waiting = []
    for (const plan of await lockPlansNaming(stores, group))
      waiting.push(...(await lockOpenRequests(stores, plan)))
    await stores.groups.save(changed)
    for (const loaded of waiting) await resettle(ctx, stores, loaded, `the people of ${name} changed`)
    return keepGroup(ctx, stores, changed, 'group-changed')
  })
