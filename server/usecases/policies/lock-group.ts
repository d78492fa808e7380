import type { StoredGroup } from '@/server/ports/group-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/** A group, with those of its workspace locked; fails with `not-found`, also when somebody has just taken it away. */
export const lockGroup = async (stores: Stores, id: string): Promise<StoredGroup> => {
  const known = await stores.groups.find(id)
  if (known !== null) await stores.groups.lock(known.workspaceId)
  return (await stores.groups.find(id)) ?? fail({ code: 'not-found', what: 'group' })
}
