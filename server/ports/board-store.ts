import type { BoardCounts, BoardRow, BoardSort } from '@/contracts/board'
import type { ViolationFilter } from './violation-store'

export type BoardQuery = {
  readonly filter: ViolationFilter
  readonly sort: BoardSort
  /** Shows violations that began together as the one of them that comes first. */
  readonly bundled: boolean
  readonly limit: number
  readonly cursor?: string
}

export type SavedFilter = { readonly id: string; readonly name: string; readonly query: string }

export type BoardStore = {
  /** Highest of the sort first. */
  readonly page: (
    query: BoardQuery,
    now: string,
  ) => Promise<{ readonly rows: readonly BoardRow[]; readonly nextCursor: string | null }>
  readonly counts: (filter: ViolationFilter, personId: string) => Promise<Omit<BoardCounts, 'late'>>
  /** Ids of the violations that answer a filter, in order, those after an id, at most `limit`. */
  readonly idsOf: (
    filter: ViolationFilter,
    page: { readonly after: string | undefined; readonly limit: number },
  ) => Promise<readonly string[]>
  /**
   * Another one when something was decided about any violation that answers a filter, of those after an id. New ones
   * change nothing.
   */
  readonly revisionOf: (filter: ViolationFilter, after: string | undefined) => Promise<string>
  /** Works out anew how much of its event's volume each violation was in the last seven days. */
  readonly weigh: (now: string) => Promise<void>
  readonly savedFilters: (personId: string) => Promise<readonly SavedFilter[]>
  /** Keeps a filter; one of the same name is replaced. Returns the id that it has. */
  readonly saveFilter: (personId: string, filter: SavedFilter) => Promise<string>
  readonly removeFilter: (personId: string, id: string) => Promise<boolean>
}
