import type { ViolationView } from '@/contracts/violation'
import type { Client } from '../client'
import { instant } from '../rows/instant'

const trendHours = 7 * 24
const hourMs = 3_600_000

/** Which sources a violation came from, most first. A source that is gone keeps the name it arrived with. */
export const sourcesOf = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<{ of: string; id: string; name: string | null; count: number }[]>`
    select h.violation_id as of, h.source_id as id, sum(h.count)::float8 as count, coalesce(
        (select source.name from source join plan on plan.workspace_id = source.workspace_id
          join violation on violation.plan_id = plan.id
          where violation.id = h.violation_id and source.id = h.source_id),
        (select s.source_name from violation_sample as s
          where s.violation_id = h.violation_id and s.source_id = h.source_id limit 1)
      ) as name
    from violation_hour as h
    where h.violation_id = any(${ids}::text[])
    group by h.violation_id, h.source_id
    order by count desc, h.source_id`
  return grouped(rows, ({ id, name, count }): ViolationView['sources'][number] => ({
    id,
    name: name ?? id,
    count,
  }))
}

/** Which app versions a violation came from, most first. */
export const versionsOf = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<{ of: string; version: string; count: number }[]>`
    select violation_id as of, app_version as version, sum(count)::float8 as count
    from violation_hour
    where violation_id = any(${ids}::text[])
    group by violation_id, app_version
    order by count desc, app_version`
  return grouped(rows, ({ version, count }): ViolationView['appVersions'][number] => ({ version, count }))
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

const grouped = <Row extends { readonly of: string }, Part>(
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
