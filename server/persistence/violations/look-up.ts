import type { Occurrence } from '@/server/ports/violation-store'
import type { Connection } from '../connection'
import { arrayText } from '../rows/array-text'
import type { Candidate, FoldedInto } from './fresh'
import { dayOf } from './kept-days'

export type LookedUp = {
  /**
   * The day to write into, the same for everybody who writes until this transaction ends: the day of `now`, or a later
   * one that another writer has begun.
   */
  readonly day: string
  /** The keys that are kept already, on whatever day they came. */
  readonly known: ReadonlySet<string>
  /** By fingerprint. */
  readonly violations: ReadonlyMap<Occurrence['fingerprint'], FoldedInto>
}

/** All that a batch has to know before it is written. From here on, nobody writes into another day. */
export const lookUp = async (
  connection: Connection,
  candidates: readonly Candidate[],
  now: string,
): Promise<LookedUp> => {
  const fingerprints = [...new Set(candidates.map(({ of }) => of.fingerprint))].sort()
  const [row] = await connection.rows<Row>`
    select * from occurrences_look_up(${dayOf(now)}::date, ${arrayText(candidates.map(({ key }) => key))}::uuid[],
      ${fingerprints}::text[])`
  if (!row) throw new Error('The database does not say which day it is.')
  return {
    day: row.day,
    known: new Set(row.known?.split(',')),
    violations: new Map(row.violations.map(({ fingerprint, ...violation }) => [fingerprint, violation])),
  }
}

type Row = {
  readonly day: string
  readonly known: string | null
  readonly violations: readonly (FoldedInto & { readonly fingerprint: string })[]
}
