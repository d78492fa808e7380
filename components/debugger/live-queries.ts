import { queryOptions } from '@tanstack/react-query'
import { LiveCallsView, mostLiveCalls } from '@/contracts/live'
import { apiPaths } from '@/contracts/paths'
import { getJson } from '../data/get-json'

/** Calls that the screen holds; the server keeps fewer, so a screen that stays open sees further back. */
const mostHeld = 1_000

type Stream = {
  readonly endpoint: string
  /** How the write key ends whose calls are asked for; null for those of any. */
  readonly key: string | null
}

/** Asks every second for what came since, and puts it before what is known. */
export const liveCallsQuery = ({ endpoint, key }: Stream, isPaused = false) =>
  queryOptions({
    queryKey: ['live-calls', endpoint, key] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<LiveCallsView> => {
      const known = client.getQueryData<LiveCallsView>(queryKey)?.calls ?? []
      const { calls } = await getJson(
        apiPaths.liveCalls(endpoint, { after: known[0]?.id, key }),
        LiveCallsView,
        signal,
      )
      // Between a full answer and what is known, calls may be missing.
      return { calls: calls.length < mostLiveCalls ? [...calls, ...known].slice(0, mostHeld) : calls }
    },
    // Of the same source only: another one's calls are not its own, however briefly.
    placeholderData: (before, of) => (of?.queryKey[1] === endpoint ? before : undefined),
    refetchInterval: isPaused ? false : 1_000,
    enabled: !isPaused,
  })
