import type { InviteView } from '@/contracts/invite'
import type { Context } from '@/server/ports/context'
import { openInvite } from './open-invite'

/** What the welcome page shows to whoever holds the link. */
export const readInvite = async (ctx: Context, { token }: { readonly token: string }): Promise<InviteView> =>
  ctx.transaction(async (stores) => {
    const { person } = await openInvite(ctx, stores, token)
    if (!person) return { kind: 'set-up' }
    const { name, email, role, active } = person
    return { kind: 'invite', name, email, role, active }
  })
