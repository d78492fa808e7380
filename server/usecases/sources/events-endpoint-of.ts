import type { Endpoint } from '@/server/ports/endpoint-store'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'

/** The endpoint that libraries of a source send to; of several the one that something came to last. */
export const eventsEndpointOf = async (
  { endpoints }: Stores,
  { workspaceId, id }: Source,
): Promise<Endpoint | null> => {
  const own = (await endpoints.list()).filter(
    (one) => one.writeKey !== null && one.workspaceId === workspaceId && one.sourceId === id,
  )
  return own.sort((a, b) => ((a.lastDeliveryAt ?? '') > (b.lastDeliveryAt ?? '') ? -1 : 1))[0] ?? null
}
