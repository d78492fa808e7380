import type { Context } from '@/server/ports/context'
import type { Person } from '@/server/ports/person-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'

/** The person whose tokens are asked about: oneself, or for administrators anybody. */
export const tokenOwner = async (ctx: Context, { people }: Stores, id: string): Promise<Person> => {
  authorize(ctx.actor, ctx.actor.personId === id ? 'manage-own-tokens' : 'manage-any-tokens')
  return (await people.find(id)) ?? fail({ code: 'not-found', what: 'member' })
}
