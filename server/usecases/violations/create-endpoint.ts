import type { CreateEndpoint, EndpointCreated } from '@/contracts/endpoint'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { endpointUrl } from './endpoint-url'

/** Makes an address for Segment to post violations to. The shared secret is shown this once. */
export const createEndpoint = (ctx: Context, input: CreateEndpoint): Promise<EndpointCreated> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-endpoints')
    if (input.kind === 'events')
      return fail({
        code: 'not-supported-yet',
        detail: 'Only endpoints of kind "violations" can be made so far.',
      })
    const workspaceId = await workspaceOf(stores, input)
    const id = ctx.newId()
    const sharedSecret = ctx.secrets.newToken()
    await stores.endpoints.add({
      id,
      workspaceId,
      kind: input.kind,
      sourceId: input.source ?? null,
      secretSealed: ctx.secrets.seal(sharedSecret),
      createdBy: personOf(ctx.actor),
      createdAt: ctx.now(),
      deliveries: 0,
      lastDeliveryAt: null,
    })
    await stores.audit.append({
      chain: workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'endpoint-created',
      subject: `endpoint:${id}`,
      details: { kind: input.kind, source: input.source ?? null },
    })
    return { id, url: endpointUrl(ctx.appUrl, id), sharedSecret }
  })

/** The workspace that is named, or that the source belongs to, or the only one there is besides the demo. */
const workspaceOf = async (
  stores: Stores,
  input: { source?: string; workspace?: string },
): Promise<string> => {
  if (input.source !== undefined) {
    const source = (await stores.sources.all()).find(({ id }) => id === input.source)
    if (source === undefined)
      return fail({
        code: 'invalid-input',
        fields: [{ path: 'source', message: 'No connected workspace has this source.' }],
      })
    return source.workspaceId
  }
  const all = await stores.workspaces.list()
  if (input.workspace !== undefined)
    return all.find(({ id }) => id === input.workspace)?.id ?? fail({ code: 'not-found', what: 'workspace' })
  const real = all.filter(({ demo }) => !demo)
  const candidates = real.length > 0 ? real : all
  if (candidates.length === 1 && candidates[0] !== undefined) return candidates[0].id
  const message =
    candidates.length === 0 ? 'Connect a workspace first.' : 'Say which workspace the endpoint is for.'
  return fail({ code: 'invalid-input', fields: [{ path: 'workspace', message }] })
}
