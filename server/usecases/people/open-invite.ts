import type { Context } from '@/server/ports/context'
import type { Invite } from '@/server/ports/invite-store'
import type { Person } from '@/server/ports/person-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/** What a link opens: somebody who was invited, or (null) the making of the first administrator. */
export type OpenInvite = { readonly invite: Invite; readonly person: Person | null }

/** @throws Failed `not-found` when the link is unknown, used, expired, or its person is gone */
export const openInvite = async (ctx: Context, stores: Stores, token: string): Promise<OpenInvite> => {
  const gone = () => fail({ code: 'not-found', what: 'invitation that still works' })
  const invite = (await stores.invites.findByHash(ctx.secrets.hashToken(token))) ?? gone()
  if (invite.usedAt || (invite.expiresAt && invite.expiresAt <= ctx.now())) gone()
  const person = invite.personId === null ? null : ((await stores.people.find(invite.personId)) ?? gone())
  return { invite, person }
}
