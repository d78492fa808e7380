import { Prisma } from '../generated/client'

/** Sources and app versions of a row of `violation`, most first, from what is counted over all time. */
export const placesOf = Prisma.sql`
  (select json_agg(json_build_object('id', part.source_id, 'name', part.name) order by part.count desc, part.source_id)
    from (select source_id, max(source_name) as name, sum(count) as count
      from violation_total where violation_id = violation.id group by source_id) as part) as sources,
  (select array_agg(part.app_version order by part.count desc, part.app_version)
    from (select app_version, sum(count) as count
      from violation_total where violation_id = violation.id group by app_version) as part) as app_versions`

/** The board shows seven days in parts of six hours. */
export const partCount = 28
export const partSeconds = 6 * 3_600
const partMs = partSeconds * 1_000

/** The last seven days in parts of six hours: the number of the first part since 1970, and its beginning. */
export type Week = { readonly first: number; readonly from: string }

export const weekOf = (now: string): Week => {
  const first = Math.floor(Date.parse(now) / partMs) - partCount + 1
  return { first, from: new Date(first * partMs).toISOString() }
}

/**
 * Counts by part of a row of `violation`, as json of [part, count]: of the parts that were not worked out yet, and of
 * the last one that was, which was not over then.
 */
export const liveTrend = ({ first, from }: Week): Prisma.Sql => Prisma.sql`
  (select json_agg(json_build_array(live.part, live.count))
    from (select floor(extract(epoch from hour) / ${partSeconds})::int - ${first}::int as part, sum(count) as count
      from violation_hour
      where violation_id = violation.id and hour >= greatest(violation.trend_open, ${from}::timestamptz)
      group by 1) as live)`

export type TrendColumns = {
  readonly trend: readonly number[] | null
  readonly trend_open: Date | null
  readonly live: readonly (readonly [part: number, count: number])[] | null
}

/** Counts of the week in its parts, oldest first; parts without any are 0. */
export const trendOf = ({ trend, trend_open, live }: TrendColumns, { first }: Week): number[] => {
  const counts = new Map<number, number>()
  if (trend !== null && trend_open !== null) {
    const last = trend_open.getTime() / partMs - first
    for (const [at, count] of trend.entries()) counts.set(last - trend.length + 1 + at, count)
  }
  for (const [part, count] of live ?? []) counts.set(part, count)
  return Array.from({ length: partCount }, (_, part) => counts.get(part) ?? 0)
}
