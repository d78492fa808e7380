import { pages } from '@/contracts/paths'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'

const week = 7 * 24 * 60 * 60 * 1_000

/**
 * Makes the one link that works for a person from now on; links made for them before stop working.
 *
 * @param personId null for the set-up link that makes the first administrator: it does not expire
 * @returns the whole address; only its hash is stored
 */
export const makeInviteLink = async (
  ctx: Context,
  stores: Stores,
  personId: string | null,
): Promise<string> => {
  const token = ctx.secrets.newToken()
  await stores.invites.dropUnused(personId)
  await stores.invites.add({
    id: ctx.newId(),
    personId,
    tokenHash: ctx.secrets.hashToken(token),
    expiresAt: personId === null ? null : new Date(Date.parse(ctx.now()) + week).toISOString(),
    createdBy: ctx.actor.personId,
  })
  return `${ctx.appUrl}${pages.welcome(token)}`
}
