import type { Listing, ListQuery } from '@/contracts/listing'
import type { SessionView } from '@/contracts/person'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { pageOf } from './page-of'

/** Where the person who asks is signed in, last active first. */
export const listSessions = async (
  ctx: Context,
  input: Partial<ListQuery>,
): Promise<Listing<SessionView>> => {
  authorize(ctx.actor, 'manage-own-account')
  const current = ctx.actor.kind === 'person' ? ctx.actor.sessionId : undefined
  const sessions = await ctx.transaction(({ credentials }) =>
    credentials.sessions(personOf(ctx.actor), ctx.now()),
  )
  return pageOf(
    sessions.map((session) => ({ ...session, current: session.id === current })),
    input,
  )
}
