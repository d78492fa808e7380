import type { Actor, Context } from '@/server/ports/context'
import { fail } from '../fail'

// Written at most this often, so that a busy token does not write with every call.
const lastUsedEvery = 60_000

/**
 * Who acts with an API token.
 *
 * @param input.demoAllowed whether only this machine reaches the installation: demo people act then, and only then
 * @throws Failed `not-signed-in` when the token is unknown, revoked, expired, or its person is gone
 */
export const authenticateToken = async (
  ctx: Context,
  { token, demoAllowed }: { readonly token: string; readonly demoAllowed: boolean },
): Promise<Actor> =>
  ctx.transaction(async (stores): Promise<Actor> => {
    const now = ctx.now()
    const found =
      (await stores.tokens.findByHash(ctx.secrets.hashToken(token), now)) ?? fail({ code: 'not-signed-in' })
    const person = (await stores.people.find(found.personId)) ?? fail({ code: 'not-signed-in' })
    if (person.demo && !demoAllowed) fail({ code: 'not-signed-in' })
    if (!found.lastUsedAt || Date.parse(now) - Date.parse(found.lastUsedAt) >= lastUsedEvery)
      await stores.tokens.used(found.id, now)
    return {
      kind: 'token',
      personId: person.id,
      name: person.name,
      role: person.role,
      tokenId: found.id,
      minters: found.minters,
      scopes: found.scopes,
      demo: person.demo,
    }
  })
