import type { Listing, ListQuery } from '@/contracts/listing'
import type { TokenView } from '@/contracts/person'
import type { Context } from '@/server/ports/context'
import { pageOf } from './page-of'
import { tokenOwner } from './token-owner'

/** The tokens of a person that have not been revoked, newest first; never the tokens themselves. */
export const listTokens = async (
  ctx: Context,
  { id, ...paging }: Partial<ListQuery> & { readonly id: string },
): Promise<Listing<TokenView>> =>
  ctx.transaction(async (stores) => {
    const owner = await tokenOwner(ctx, stores, id)
    const names = new Map((await stores.people.list()).map((person) => [person.id, person.name]))
    const tokens = await stores.tokens.ofPerson(owner.id)
    return pageOf(
      tokens.map((token) => ({
        id: token.id,
        name: token.name,
        scopes: [...token.scopes],
        createdAt: token.createdAt,
        expiresAt: token.expiresAt,
        lastUsedAt: token.lastUsedAt,
        mintedBy: names.get(token.mintedBy) ?? 'Somebody who was removed',
      })),
      paging,
    )
  })
