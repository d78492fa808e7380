import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'

/** Counts what was kept in the hours of its violations, by source, app version and library. */
export const addHours = async (connection: Connection, fresh: readonly Fresh[]): Promise<void> => {
  if (fresh.length === 0) return
  const hours = hoursOf(fresh)
  await connection.run`
    insert into violation_hour (violation_id, hour, source_id, app_version, library, count)
    select * from unnest(
      ${hours.map(({ violation }) => violation.id)}::text[],
      ${hours.map(({ of }) => of.hour)}::timestamptz[],
      ${hours.map(({ source }) => source)}::text[],
      ${hours.map(({ version }) => version)}::text[],
      ${hours.map(({ library }) => library)}::text[],
      ${hours.map(({ count }) => count)}::bigint[])
    on conflict (violation_id, hour, source_id, app_version, library) do update
      set count = violation_hour.count + excluded.count`
}

type Hour = Pick<Fresh, 'of' | 'violation'> & {
  readonly source: string
  readonly version: string
  readonly library: string
  count: number
}

/** In the order of their keys, which is the same for every writer. */
const hoursOf = (fresh: readonly Fresh[]): readonly Hour[] => {
  const hours = new Map<string, Hour>()
  for (const { of, violation } of fresh) {
    const [source, version, library] = [of.sourceId, of.appVersion, of.library].map(storableText)
    if (source === undefined || version === undefined || library === undefined) continue
    const address = `${violation.id}\0${of.hour}\0${source}\0${version}\0${library}`
    const hour = hours.get(address)
    if (hour) hour.count += 1
    else hours.set(address, { of, violation, source, version, library, count: 1 })
  }
  return [...hours].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hour]) => hour)
}
