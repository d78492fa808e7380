import { encodeCursor } from './cursor'

/**
 * Cuts a page from rows that were read with `limit + 1`: the extra row says that there is more and is not shown.
 */
export const pageOf = <Row>(
  rows: readonly Row[],
  limit: number,
  sortKey: (row: Row) => readonly (string | number)[],
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } => {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: last && rows.length > limit ? encodeCursor(sortKey(last)) : null }
}
