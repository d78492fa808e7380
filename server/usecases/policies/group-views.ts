import type { GroupView } from '@/contracts/policy'
import { can } from '@/domain/review/can'
import type { StoredGroup } from '@/server/ports/group-store'
import type { Stores } from '@/server/ports/stores'

/** Groups with the names of their people; whoever left is not shown and does not count. */
export const groupViews = async (
  stores: Stores,
  groups: readonly StoredGroup[],
): Promise<readonly GroupView[]> => {
  const people = new Map((await stores.people.list()).map((person) => [person.id, person]))
  return groups.map(({ id, workspaceId, name, members }) => ({
    id,
    workspace: workspaceId,
    name,
    members: members.flatMap((member) => {
      const person = people.get(member)
      return person ? [{ id: member, name: person.name, counts: can(person.role, 'review') }] : []
    }),
  }))
}
