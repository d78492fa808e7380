import type { ViolationView } from '@/contracts/violation'
import type { Client } from '../client'
import { instant } from '../rows/instant'

const trendHours = 7 * 24
const hourMs = 3_600_000

/** Which sources a violation came from, most first. A source that is gone keeps the name it arrived with. */
export const sourcesOf = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<{ of: string; id: string; name: string; count: number }[]>`
    select total.violation_id as of, total.source_id as id, sum(total.count)::float8 as count,
      coalesce(max(source.name), (array_agg(total.source_name order by total.last_seen desc))[1]) as name
    from violation_total as total
      join violation on violation.id = total.violation_id
      join plan on plan.id = violation.plan_id
      left join source on source.workspace_id = plan.workspace_id and source.id = total.source_id
    where total.violation_id = any(${ids}::text[])
    group by total.violation_id, total.source_id
    order by count desc, total.source_id`
  return grouped(rows, ({ of: _, ...source }): ViolationView['sources'][number] => source)
}

/** Which app versions a violation came from, most first. */
export const versionsOf = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<{ of: string; version: string; count: number }[]>`
    select violation_id as of, app_version as version, sum(count)::float8 as count
    from violation_total
    where violation_id = any(${ids}::text[])
    group by violation_id, app_version
    order by count desc, app_version`
  return grouped(rows, ({ version, count }): ViolationView['appVersions'][number] => ({ version, count }))
}

/** Which libraries a violation came from, most first. */
export const librariesOf = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<{ of: string; name: string; count: number }[]>`
    select violation_id as of, library as name, sum(count)::float8 as count
    from violation_total
    where violation_id = any(${ids}::text[])
    group by violation_id, library
    order by count desc, library`
  return grouped(rows, ({ name, count }): ViolationView['libraries'][number] => ({ name, count }))
}

/** The newest occurrences of each violation; of a busy one, a choice of them. */
export const samplesOf = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<
    { of: string; messageId: string; at: Date; message: string; source: string; appVersion: string }[]
  >`
    select violation_id as of, message_id as "messageId", occurred_at as at, message, source_name as source,
      app_version as "appVersion"
    from violation_sample where violation_id = any(${ids}::text[])
    order by occurred_at desc, key`
  return grouped(rows, ({ of: _, at, ...sample }): ViolationView['samples'][number] => ({
    ...sample,
    at: instant(at),
  }))
}

/** Counts per hour for the last seven days, oldest first, the current hour last; hours without any are 0. */
export const trendsOf = async (client: Client, ids: readonly string[], now: string) => {
  const firstHour = Math.floor(Date.parse(now) / hourMs) - trendHours + 1
  const rows = await client.$queryRaw<{ of: string; hour: Date; count: number }[]>`
    select violation_id as of, hour, sum(count)::float8 as count
    from violation_hour
    where violation_id = any(${ids}::text[]) and hour >= ${new Date(firstHour * hourMs).toISOString()}::timestamptz
    group by violation_id, hour`
  const countsOf = grouped(rows, ({ hour, count }) => [hour.getTime() / hourMs - firstHour, count] as const)
  return (id: string): number[] => {
    const counts = new Map(countsOf(id))
    return Array.from({ length: trendHours }, (_, hour) => counts.get(hour) ?? 0)
  }
}

export const grouped = <Row extends { readonly of: string }, Part>(
  rows: readonly Row[],
  part: (row: Row) => Part,
) => {
  const groups = new Map<string, Part[]>()
  for (const row of rows) {
    const group = groups.get(row.of)
    if (group) group.push(part(row))
    else groups.set(row.of, [part(row)])
  }
  return (id: string): Part[] => groups.get(id) ?? []
}
