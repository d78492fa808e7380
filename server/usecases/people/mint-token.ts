import type { MintToken, TokenMinted } from '@/contracts/person'
import { installationChain } from '@/domain/audit/chain'
import type { Actor, Context } from '@/server/ports/context'
import { personOf } from '../authorize'
import { fail } from '../fail'
import { tokenOwner } from './token-owner'

/**
 * Makes an API token that acts as a person. It is shown this once; only its SHA-256 is stored.
 *
 * @throws Failed `not-allowed`, `not-found`, `invalid-input` when it would have expired already
 */
export const mintToken = async (
  ctx: Context,
  { id, name, scopes = [], expiresAt }: MintToken & { readonly id: string },
): Promise<TokenMinted> =>
  ctx.transaction(async (stores) => {
    const owner = await tokenOwner(ctx, stores, id)
    if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(ctx.now()))
      fail({ code: 'invalid-input', fields: [{ path: 'expiresAt', message: 'This lies in the past.' }] })
    const token = `plb_${ctx.secrets.newToken()}`
    const tokenId = ctx.newId()
    await stores.tokens.add({
      id: tokenId,
      personId: owner.id,
      mintedBy: personOf(ctx.actor),
      minters: mintersOf(ctx.actor),
      name,
      scopes,
      createdAt: ctx.now(),
      expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
      lastUsedAt: null,
      tokenHash: ctx.secrets.hashToken(token),
    })
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'token-minted',
      subject: `person:${owner.id}`,
      details: { token: tokenId, name, scopes: [...scopes], expiresAt: expiresAt ?? null },
    })
    return { id: tokenId, token }
  })

// A token that mints another hands it to its person and to whoever minted it: neither approves own edits through it.
const mintersOf = (actor: Actor): readonly string[] => [
  ...new Set([personOf(actor), ...(actor.kind === 'token' ? actor.minters : [])]),
]
