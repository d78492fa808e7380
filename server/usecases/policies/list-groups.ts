import type { Listing, ListQuery } from '@/contracts/listing'
import type { GroupView } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { pageOf } from '../people/page-of'
import { groupViews } from './group-views'

/** The groups of reviewers of one workspace, or of all, by name. */
export const listGroups = (
  ctx: Context,
  { workspace, ...page }: Partial<ListQuery> & { readonly workspace?: string | undefined },
): Promise<Listing<GroupView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-policy')
    return pageOf(await groupViews(stores, await stores.groups.list(workspace)), page)
  })
