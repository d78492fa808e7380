import type { Listing, ListQuery } from '@/contracts/listing'
import { fail } from '../fail'

/**
 * One page of a short list that is read whole; the cursor is the id of the last item shown.
 *
 * @throws Failed `malformed` for a cursor that names none of them
 */
export const pageOf = <T extends { readonly id: string }>(
  all: readonly T[],
  { limit = 50, cursor }: Partial<ListQuery>,
): Listing<T> => {
  const last = cursor === undefined ? -1 : all.findIndex(({ id }) => id === cursor)
  if (cursor !== undefined && last === -1)
    fail({ code: 'malformed', detail: 'This cursor does not come from this list.' })
  const data = all.slice(last + 1, last + 1 + limit)
  return { data, nextCursor: last + 1 + limit < all.length ? (data.at(-1)?.id ?? null) : null }
}
