import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { makeInviteLink } from '../people/make-invite-link'

/**
 * The link that makes the first administrator, or null when there is one who can sign in (demo people do not count).
 * Each call makes a new link that works; the one before stops working.
 */
export const makeSetUpLink = async (ctx: Context): Promise<string | null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-members')
    const people = await stores.people.list()
    if (people.some(({ role, active, demo }) => role === 'admin' && active && !demo)) return null
    return makeInviteLink(ctx, stores, null)
  })
