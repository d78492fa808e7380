import type { Listing } from '@/contracts/listing'

/**
 * A page of a short list that is in memory anyway. The cursor is the id of the last item shown; when that item is
 * gone the list begins anew.
 */
export const slicePage = <T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { limit = items.length, cursor }: { readonly limit?: number; readonly cursor?: string },
): Listing<T> => {
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString()
  const start = items.findIndex((item) => idOf(item) === after) + 1
  const data = items.slice(start, start + limit)
  const last = data.at(-1)
  const isEnd = start + data.length >= items.length
  return { data, nextCursor: last && !isEnd ? Buffer.from(idOf(last)).toString('base64url') : null }
}
