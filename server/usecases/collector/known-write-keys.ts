import type { Context } from '@/server/ports/context'
import type { Endpoint } from '@/server/ports/endpoint-store'
import { rememberBriefly } from '../arrivals/remember-briefly'
import { type KnownSource, readSource } from './known-sources'

/** Where the calls of a write key go, and what judges them. */
export type KnownWriteKey = KnownSource & { readonly endpoint: Endpoint }

/**
 * Finds write keys with what belongs to them; null for unknown ones. What was found counts for two seconds: so long an
 * old key, an old head or old settings may still be used.
 */
export const knownWriteKeys = (ctx: Context): ((writeKey: string) => Promise<KnownWriteKey | null>) => {
  const find = rememberBriefly((hash) =>
    ctx.transaction(async (stores) => {
      const endpoint = await stores.endpoints.findByWriteKey(hash)
      if (endpoint === null || endpoint.sourceId === null) return null
      return { endpoint, ...(await readSource(ctx, stores, endpoint.workspaceId, endpoint.sourceId)) }
    }),
  )
  return (writeKey) => find(ctx.secrets.hashToken(writeKey))
}
