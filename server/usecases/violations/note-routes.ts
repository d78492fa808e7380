import type { RouteArrival } from '@/server/ports/route-store'
import type { Stores } from '@/server/ports/stores'
import type { DeliveryReading } from './read-delivery'

type Delivered = {
  readonly endpoint: { readonly workspaceId: string }
  readonly reading: Pick<DeliveryReading, 'origins' | 'tests'>
}

/** Notes which route brought how much of which source, in the order of workspaces, and which tests have arrived. */
export const noteRoutes = async (
  { routes }: Stores,
  deliveries: readonly Delivered[],
  now: string,
): Promise<void> => {
  const tests = deliveries.flatMap(({ reading }) => reading.tests)
  await routes.testsArrived(tests, { at: now, by: 'webhook' })
  const counts = new Map<string, Map<string, RouteArrival>>()
  for (const { endpoint, reading } of deliveries)
    for (const { sourceId, route } of reading.origins) {
      const ofWorkspace = counts.get(endpoint.workspaceId) ?? new Map<string, RouteArrival>()
      counts.set(endpoint.workspaceId, ofWorkspace)
      const key = JSON.stringify([sourceId, route])
      const arrivals = (ofWorkspace.get(key)?.arrivals ?? 0) + 1
      ofWorkspace.set(key, { sourceId, route, arrivals, lastAt: now })
    }
  for (const [workspaceId, arrivals] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    await routes.arrived(workspaceId, [...arrivals.values()])
}
