import type { EndpointView } from '@/contracts/endpoint'
import type { Listing } from '@/contracts/listing'
import { writeKeyEnding } from '@/domain/traffic/write-key-ending'
import type { Context } from '@/server/ports/context'
import type { Endpoint } from '@/server/ports/endpoint-store'
import { authorize } from '../authorize'
import { endpointUrl } from './endpoint-url'

/** Every address that takes deliveries, without its secret. */
export const listEndpoints = (ctx: Context): Promise<Listing<EndpointView>> =>
  ctx.transaction(async ({ endpoints, sources, workspaces }) => {
    authorize(ctx.actor, 'manage-endpoints')
    const names = new Map((await workspaces.list()).map(({ id, name }) => [id, name]))
    const known = await sources.all()
    const sourceNameOf = ({ workspaceId, sourceId }: Endpoint): string | null =>
      known.find((source) => source.workspaceId === workspaceId && source.id === sourceId)?.name ?? null
    const data = (await endpoints.list()).map((endpoint) => ({
      id: endpoint.id,
      kind: endpoint.kind,
      url: endpointUrl(ctx.appUrl, endpoint.id),
      source: endpoint.sourceId,
      sourceName: sourceNameOf(endpoint),
      keyEnding: endingOf(ctx, endpoint),
      workspace: { id: endpoint.workspaceId, name: names.get(endpoint.workspaceId) ?? '' },
      createdAt: endpoint.createdAt,
      lastDeliveryAt: endpoint.lastDeliveryAt,
      deliveries: endpoint.deliveries,
    }))
    return { data, nextCursor: null }
  })

const endingOf = ({ secrets }: Context, { writeKey }: Endpoint): string | null => {
  const key = writeKey === null ? null : secrets.tryOpen(writeKey.sealed)
  return key === null ? null : writeKeyEnding(key)
}
