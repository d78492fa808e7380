import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'

/** Closes an address; what it received stays. */
export const deleteEndpoint = (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async ({ audit, endpoints }) => {
    authorize(ctx.actor, 'manage-endpoints')
    const endpoint = (await endpoints.find(id)) ?? fail({ code: 'not-found', what: 'endpoint' })
    await endpoints.remove(id)
    await audit.append({
      chain: endpoint.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'endpoint-deleted',
      subject: `endpoint:${id}`,
    })
    return null
  })
