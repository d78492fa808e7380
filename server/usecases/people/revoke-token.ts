import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { fail } from '../fail'
import { tokenOwner } from './token-owner'

/** @throws Failed `not-allowed`, `not-found` */
export const revokeToken = async (
  ctx: Context,
  { id, tokenId }: { readonly id: string; readonly tokenId: string },
): Promise<null> =>
  ctx.transaction(async (stores) => {
    const owner = await tokenOwner(ctx, stores, id)
    if (!(await stores.tokens.revoke(owner.id, tokenId, ctx.now())))
      fail({ code: 'not-found', what: 'token' })
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'token-revoked',
      subject: `person:${owner.id}`,
      details: { token: tokenId },
    })
    return null
  })
