import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'

/** Signs the person who asks out everywhere but here. */
export const endOtherSessions = async (ctx: Context): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-own-account')
    const personId = personOf(ctx.actor)
    const here = ctx.actor.kind === 'person' ? (ctx.actor.sessionId ?? null) : null
    await stores.credentials.endSessions(personId, here)
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'other-sessions-ended',
      subject: `person:${personId}`,
    })
    return null
  })
