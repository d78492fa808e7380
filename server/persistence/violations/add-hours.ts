import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'
import { rankRows } from './rank-rows'

/** Counts what was kept in the hours of its violations, by source, app version and library. */
export const addHours = async (connection: Connection, fresh: readonly Fresh[]): Promise<void> => {
  if (fresh.length === 0) return
  const hours = hoursOf(fresh)
  await connection.run`
    insert into violation_hour (violation_id, hour, source_id, app_version, library, count)
    select * from unnest(
      ${hours.map(({ violation }) => violation.id)}::text[],
      ${hours.map(({ of }) => of.hour)}::timestamptz[],
      ${hours.map(({ of }) => storableText(of.sourceId))}::text[],
      ${hours.map(({ of }) => storableText(of.appVersion))}::text[],
      ${hours.map(({ of }) => storableText(of.library))}::text[],
      ${hours.map(({ count }) => count)}::bigint[])
    on conflict (violation_id, hour, source_id, app_version, library) do update
      set count = violation_hour.count + excluded.count`
}

type Hour = Pick<Fresh, 'of' | 'violation'> & { count: number }

/** In the order of their keys, which is the same for every writer. */
const hoursOf = (fresh: readonly Fresh[]): readonly Hour[] => {
  const ranks = rankRows(fresh, [
    ({ violation }) => violation.id,
    ({ of }) => of.hour,
    ({ of }) => storableText(of.sourceId),
    ({ of }) => storableText(of.appVersion),
    ({ of }) => storableText(of.library),
  ])
  const hours: Hour[] = []
  for (let row = 0; row < fresh.length; row += 1) {
    const one = fresh[row]
    const rank = ranks[row]
    if (one === undefined || rank === undefined) continue
    const hour = hours[rank]
    if (hour) hour.count += 1
    else hours[rank] = { of: one.of, violation: one.violation, count: 1 }
  }
  return hours
}
