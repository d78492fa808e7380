import type { CreateEndpoint, EndpointCreated } from '@/contracts/endpoint'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { endpointUrl } from './endpoint-url'
import { newWriteKey, sealedWriteKey } from './write-key'

/**
 * Makes an address for Segment to post violations to, or one that libraries send events to, judged by the plan of the
 * source. Shared secret and write key are shown this once.
 */
export const createEndpoint = (ctx: Context, input: CreateEndpoint): Promise<EndpointCreated> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-endpoints')
    const workspaceId = await workspaceOf(stores, input)
    const id = ctx.newId()
    const sharedSecret = ctx.secrets.newToken()
    const writeKey = input.kind === 'events' ? newWriteKey(ctx.secrets) : null
    await stores.endpoints.add({
      id,
      workspaceId,
      kind: input.kind,
      sourceId: input.source ?? null,
      secretSealed: ctx.secrets.seal(sharedSecret),
      writeKey: writeKey === null ? null : sealedWriteKey(ctx.secrets, writeKey),
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
    const created = { id, url: endpointUrl(ctx.appUrl, id), sharedSecret }
    return writeKey === null ? created : { ...created, writeKey }
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
