import type { EndpointCreated } from '@/contracts/endpoint'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { endpointUrl } from './endpoint-url'
import { newWriteKey, sealedWriteKey } from './write-key'

/**
 * Gives an endpoint a new shared secret, and a new write key where it has one; what comes with the old ones is not taken
 * any more.
 */
export const rotateEndpoint = (ctx: Context, { id }: { readonly id: string }): Promise<EndpointCreated> =>
  ctx.transaction(async ({ audit, endpoints }) => {
    authorize(ctx.actor, 'manage-endpoints')
    const endpoint = (await endpoints.find(id)) ?? fail({ code: 'not-found', what: 'endpoint' })
    const sharedSecret = ctx.secrets.newToken()
    const writeKey = endpoint.writeKey && newWriteKey(ctx.secrets)
    await endpoints.rotate(
      id,
      ctx.secrets.seal(sharedSecret),
      writeKey === null ? undefined : sealedWriteKey(ctx.secrets, writeKey),
    )
    await audit.append({
      chain: endpoint.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'endpoint-rotated',
      subject: `endpoint:${id}`,
    })
    const rotated = { id, url: endpointUrl(ctx.appUrl, id), sharedSecret }
    return writeKey === null ? rotated : { ...rotated, writeKey }
  })
