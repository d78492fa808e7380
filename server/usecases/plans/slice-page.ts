import type { Listing } from '@/contracts/listing'
import { fail } from '../fail'

/**
 * A page of a short list that is in memory anyway. The cursor is the id of the last item shown.
 *
 * @throws Failed `malformed` for a cursor that names none of them (any more)
 */
export const slicePage = <T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { limit = items.length, cursor }: { readonly limit?: number; readonly cursor?: string },
): Listing<T> => {
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString()
  const start = after === null ? 0 : items.findIndex((item) => idOf(item) === after) + 1
  if (after !== null && start === 0)
    fail({
      code: 'malformed',
      detail: 'The cursor is none that this list gave out, or what it named is gone.',
    })
  const data = items.slice(start, start + limit)
  const last = data.at(-1)
  const isEnd = start + data.length >= items.length
  return { data, nextCursor: last && !isEnd ? Buffer.from(idOf(last)).toString('base64url') : null }
}
