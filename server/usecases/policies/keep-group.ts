import type { GroupView } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import type { StoredGroup } from '@/server/ports/group-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { workspaceSubject } from '../workspaces/subjects'
import { groupViews } from './group-views'

/** Fails with `invalid-input` for a name that is taken, or people who are not there. The groups are locked. */
export const requireSoundGroup = async (stores: Stores, group: StoredGroup): Promise<void> => {
  const { id, workspaceId, name } = group
  const others = (await stores.groups.list(workspaceId)).filter((other) => other.id !== id)
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    fail({ code: 'invalid-input', fields: [{ path: 'name', message: 'Another group is called so.' }] })
  const people = new Set((await stores.people.list()).map((person) => person.id))
  const strangers = group.members.flatMap((member, at) =>
    people.has(member) ? [] : [{ path: `members.${at}`, message: 'Nobody here has this id.' }],
  )
  if (strangers.length > 0) fail({ code: 'invalid-input', fields: strangers })
}

/** Saves a group and writes it to the audit chain, last in the transaction. */
export const keepGroup = async (
  ctx: Context,
  stores: Stores,
  group: StoredGroup,
  action: 'group-created' | 'group-changed',
): Promise<GroupView> => {
  const { id, workspaceId, name } = group
  const members = [...new Set(group.members)]
  await stores.groups.save({ ...group, members })
  await stores.audit.append({
    chain: workspaceId,
    actor: ctx.actor,
    at: ctx.now(),
    action,
    subject: workspaceSubject(workspaceId),
    details: { group: id, name, members },
  })
  const [view] = await groupViews(stores, [{ ...group, members }])
  return view ?? fail({ code: 'not-found', what: 'group' })
}
