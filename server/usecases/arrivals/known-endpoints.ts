import type { Context } from '@/server/ports/context'
import type { Endpoint } from '@/server/ports/endpoint-store'

export type KnownEndpoint = { readonly endpoint: Endpoint; readonly secret: string }

export type KnownEndpoints = {
  /** Null when there is none. */
  readonly find: (id: string) => Promise<KnownEndpoint | null>
  /** The same, read anew unless that was done within the last second: after a signature that does not fit. */
  readonly refind: (id: string) => Promise<KnownEndpoint | null>
}

const freshMs = 60_000
const newestMs = 1_000
const most = 1_000

/**
 * Endpoints with their opened secrets, remembered for a minute, so that a delivery is verified without the database.
 * Only for the first look: whoever commits a delivery compares the endpoint with the stored one, and a signature that
 * does not fit is judged again by what is stored, so that neither a removed nor a rotated secret outlives its end.
 */
export const knownEndpoints = (ctx: Context): KnownEndpoints => {
  const known = new Map<string, { readonly found: Promise<KnownEndpoint | null>; readonly at: number }>()
  const read = (id: string) => {
    const found = ctx
      .transaction(({ endpoints }) => endpoints.find(id))
      .then((endpoint) => endpoint && { endpoint, secret: ctx.secrets.open(endpoint.secretSealed) })
    known.delete(id)
    known.set(id, { found, at: performance.now() })
    // Ids come from outside: the oldest make room.
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    found.then(
      // Nobody waits for an endpoint that was made just now.
      (endpoint) => endpoint === null && known.delete(id),
      () => known.delete(id),
    )
    return found
  }
  const within = async (id: string, ms: number) => {
    const entry = known.get(id)
    return entry && performance.now() - entry.at < ms ? entry.found : read(id)
  }
  return { find: (id) => within(id, freshMs), refind: (id) => within(id, newestMs) }
}
