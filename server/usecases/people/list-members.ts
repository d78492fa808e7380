import type { Listing, ListQuery } from '@/contracts/listing'
import type { MemberView } from '@/contracts/person'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { memberView } from './member-view'
import { pageOf } from './page-of'

/** Everybody who has access or was invited, by name. */
export const listMembers = async (ctx: Context, input: Partial<ListQuery>): Promise<Listing<MemberView>> => {
  authorize(ctx.actor, 'read-members')
  const people = await ctx.transaction((stores) => stores.people.list())
  return pageOf(people.map(memberView), input)
}
