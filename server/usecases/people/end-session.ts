import { installationChain } from '@/domain/audit/chain'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'

/** Signs the person who asks out of one of their sessions. */
export const endSession = async (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-own-account')
    const personId = personOf(ctx.actor)
    if (!(await stores.credentials.endSession(personId, id))) fail({ code: 'not-found', what: 'session' })
    await stores.audit.append({
      chain: installationChain,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'session-ended',
      subject: `person:${personId}`,
    })
    return null
  })
