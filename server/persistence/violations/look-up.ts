import type { Connection } from '../connection'
import { arrayText } from '../rows/array-text'
import type { Candidate, FoldedInto, Group } from './fresh'
import { dayOf } from './kept-days'

export type LookedUp = {
  /**
   * The day to write into, the same for everybody who writes until this transaction ends: the day of `now`, or a later
   * one that another writer has begun.
   */
  readonly day: string
  /** The keys that are kept already, on whatever day they came. */
  readonly known: ReadonlySet<string>
}

/**
 * All that a batch has to know before it is written; groups learn their violation, where it is there. From here on,
 * nobody writes into another day.
 */
export const lookUp = async (
  connection: Connection,
  candidates: readonly Candidate[],
  groups: ReadonlyMap<string, Group>,
  now: string,
): Promise<LookedUp> => {
  const [row] = await connection.rows<Row>`
    select * from occurrences_look_up(${dayOf(now)}::date, ${arrayText(candidates.map(({ key }) => key))}::uuid[],
      ${[...groups.keys()].sort()}::text[])`
  if (!row) throw new Error('The database does not say which day it is.')
  for (const { fingerprint, ...violation } of row.violations) {
    const group = groups.get(fingerprint)
    if (group) group.violation = violation
  }
  return { day: row.day, known: new Set(row.known?.split(',')) }
}

type Row = {
  readonly day: string
  readonly known: string | null
  readonly violations: readonly (FoldedInto & { readonly fingerprint: string })[]
}
