import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'
import { rankRows } from './rank-rows'

/** Counts what was kept by source, app version and library over all time: what lists and reopening read. */
export const addVersionTotals = async (connection: Connection, fresh: readonly Fresh[]): Promise<void> => {
  if (fresh.length === 0) return
  const totals = totalsOf(fresh)
  await connection.run`
    insert into violation_total as total (violation_id, source_id, app_version, library, source_name, count, first_seen,
      last_seen)
    select * from unnest(
      ${totals.map(({ violationId }) => violationId)}::text[],
      ${totals.map(({ source }) => source)}::text[],
      ${totals.map(({ version }) => version)}::text[],
      ${totals.map(({ library }) => library)}::text[],
      ${totals.map(({ name }) => storableText(name))}::text[],
      ${totals.map(({ count }) => count)}::bigint[],
      ${totals.map(({ first }) => first)}::timestamptz[],
      ${totals.map(({ last }) => last)}::timestamptz[])
    on conflict (violation_id, source_id, app_version, library) do update set
      count = total.count + excluded.count,
      first_seen = least(total.first_seen, excluded.first_seen),
      last_seen = greatest(total.last_seen, excluded.last_seen),
      source_name = case when excluded.last_seen >= total.last_seen then excluded.source_name else total.source_name end`
}

type Total = {
  readonly violationId: string
  readonly source: string
  readonly version: string
  readonly library: string
  name: string
  count: number
  first: string
  last: string
}

/** In the order of their keys, which is the same for every writer. */
const totalsOf = (fresh: readonly Fresh[]): readonly Total[] => {
  const ranks = rankRows(fresh, [
    ({ violation }) => violation.id,
    ({ of }) => storableText(of.sourceId),
    ({ of }) => storableText(of.appVersion),
    ({ of }) => storableText(of.library),
  ])
  const totals: Total[] = []
  fresh.forEach(({ of, violation }, row) => {
    const rank = ranks[row] ?? 0
    const total = totals[rank]
    if (!total) {
      totals[rank] = {
        violationId: violation.id,
        source: storableText(of.sourceId),
        version: storableText(of.appVersion),
        library: storableText(of.library),
        name: of.sourceName,
        count: 1,
        first: of.at,
        last: of.at,
      }
      return
    }
    total.count += 1
    if (of.at < total.first) total.first = of.at
    if (of.at < total.last) return
    total.last = of.at
    total.name = of.sourceName
  })
  return totals
}
