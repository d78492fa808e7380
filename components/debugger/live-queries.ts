import { queryOptions } from '@tanstack/react-query'
import { LiveCallsView } from '@/contracts/live'
import { apiPaths } from '@/contracts/paths'
import { getJson } from '../data/get-json'

/** Calls that the screen holds; the server keeps fewer, so a screen that stays open sees further back. */
const mostHeld = 1_000

/** Asks every second for what came since, and puts it before what is known. */
export const liveCallsQuery = (endpoint: string, isPaused: boolean) =>
  queryOptions({
    queryKey: ['live-calls', endpoint] as const,
    queryFn: async ({ signal, client }): Promise<LiveCallsView> => {
      const known = client.getQueryData<LiveCallsView>(['live-calls', endpoint])?.calls ?? []
      const { calls } = await getJson(
        apiPaths.liveCalls(endpoint, { after: known[0]?.id }),
        LiveCallsView,
        signal,
      )
      return { calls: [...calls, ...known].slice(0, mostHeld) }
    },
    refetchInterval: isPaused ? false : 1_000,
    enabled: !isPaused,
  })
