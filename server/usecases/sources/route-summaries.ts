import type { SourceRow } from '@/contracts/source'
import { routes } from '@/domain/sources/route'
import type { RouteArrival, SourceRoute } from '@/server/ports/route-store'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'

type Summary = SourceRow['routes'][number]

/** The ways that are set up for a source or have brought something of it, by source. */
export const routeSummaries = async (
  { routes: store }: Stores,
  workspaceIds: readonly string[],
): Promise<(source: Source) => Summary[]> => {
  const known: SourceRoute[] = []
  const arrivals: (RouteArrival & { readonly workspaceId: string })[] = []
  for (const workspaceId of new Set(workspaceIds)) {
    known.push(...(await store.ofWorkspace(workspaceId)))
    arrivals.push(...(await store.arrivals(workspaceId)).map((arrival) => ({ ...arrival, workspaceId })))
  }
  return ({ id, workspaceId }) => {
    const brought = arrivals.filter((one) => one.workspaceId === workspaceId && one.sourceId === id)
    const setUp = known.filter((one) => one.workspaceId === workspaceId && one.sourceId === id)
    return [...routes, 'import'].flatMap((route): Summary[] => {
      const arrival = brought.find((one) => one.route === route)
      const status = setUp.find((one) => one.route === route)?.status
      if (!arrival && !status) return []
      return [
        {
          route,
          // A collector is set up by giving out a write key; that it works shows when a call comes.
          status: route === 'collector' && arrival ? 'connected' : statusShown(status, arrival !== undefined),
          arrivals: arrival?.arrivals ?? 0,
          lastArrivalAt: arrival?.lastAt ?? null,
        },
      ]
    })
  }
}

/** What a person had to do by hand is known to be done once something has come that way. */
export const statusShown = (
  status: SourceRoute['status'] | undefined,
  hasArrived: boolean,
): Summary['status'] => {
  if (status === 'by-hand' && hasArrived) return 'connected'
  return status ?? 'not-connected'
}
