import type { EndpointCreated } from '@/contracts/endpoint'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { endpointUrl } from './endpoint-url'

/** Gives an endpoint a new shared secret; deliveries signed with the old one are refused from now on. */
export const rotateEndpoint = (ctx: Context, { id }: { readonly id: string }): Promise<EndpointCreated> =>
  ctx.transaction(async ({ audit, endpoints }) => {
    authorize(ctx.actor, 'manage-endpoints')
    const endpoint = (await endpoints.find(id)) ?? fail({ code: 'not-found', what: 'endpoint' })
    const sharedSecret = ctx.secrets.newToken()
    await endpoints.rotate(id, ctx.secrets.seal(sharedSecret))
    await audit.append({
      chain: endpoint.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'endpoint-rotated',
      subject: `endpoint:${id}`,
    })
    return { id, url: endpointUrl(ctx.appUrl, id), sharedSecret }
  })
