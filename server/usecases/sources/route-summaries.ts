import type { SourceRow } from '@/contracts/source'
import { routes } from '@/domain/sources/route'
import type { KnownArrival, SourceRoute } from '@/server/ports/route-store'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'

type Summary = SourceRow['routes'][number]

/** The ways that are set up for a source or have brought something of it, by source. */
export const routeSummaries = async (
  { routes: store }: Stores,
  workspaceIds: readonly string[],
): Promise<(source: Source) => Summary[]> => {
  const known: SourceRoute[] = []
  const arrivals: (KnownArrival & { readonly workspaceId: string })[] = []
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
          status: route === 'collector' && arrival ? 'connected' : statusShown(status, arrival),
          arrivals: arrival?.arrivals ?? 0,
          lastArrivalAt: arrival?.lastAt ?? null,
        },
      ]
    })
  }
}

/**
 * What a person had to do by hand is known to be done once something has come that way: a step of what was set up from
 * here, or all of it.
 */
export const statusShown = (
  status: SourceRoute['status'] | undefined,
  arrival: Pick<KnownArrival, 'isCurrent'> | undefined,
): Summary['status'] => {
  if (status === 'by-hand' && arrival !== undefined) return 'connected'
  return status ?? (arrival?.isCurrent ? 'set-up-by-hand' : 'not-connected')
}
