import { defaultShouldDehydrateQuery, isServer, QueryClient } from '@tanstack/react-query'
import { RequestFailed } from './request-failed'

let inBrowser: QueryClient | undefined

/** One client for the browser; on the server a new one each time, so that no two people meet in it. */
export const queryClient = (): QueryClient => {
  if (isServer) return makeQueryClient()
  inBrowser ??= makeQueryClient()
  return inBrowser
}

/** A client for one request of a page: prefetch into it, then give it to `Hydrated`. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => isWorthRetrying(error) && failures < 3,
      },
      // Views are JSON. As one text they cross into the page, and are read there, many times faster than value by value.
      dehydrate: {
        serializeData: JSON.stringify,
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
      hydrate: { deserializeData: JSON.parse },
    },
  })

const isWorthRetrying = (error: unknown) =>
  error instanceof RequestFailed &&
  (error.failure.code === 'offline' || error.failure.code === 'segment-unavailable')
