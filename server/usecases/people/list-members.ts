import type { Listing } from '@/contracts/listing'
import type { ListMembers, MemberView } from '@/contracts/person'
import { isMeantBy } from '@/domain/review/mentions'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { memberView } from './member-view'
import { pageOf } from './page-of'

/** Everybody who has access or was invited, by name; with `q`, those whom one may mean by what was typed. */
export const listMembers = async (
  ctx: Context,
  input: Partial<ListMembers>,
): Promise<Listing<MemberView>> => {
  authorize(ctx.actor, 'read-members')
  const people = await ctx.transaction((stores) => stores.people.list())
  const { q } = input
  const found = q === undefined ? people : people.filter((person) => isMeantBy(person, q))
  return pageOf(found.map(memberView), input)
}
