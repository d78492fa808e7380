import type { BoardRow } from '@/contracts/board'
import type { Client } from '../client'
import { grouped } from './violation-parts'

type Places = Pick<BoardRow, 'sources' | 'appVersions'>

/** Sources and app versions of each violation, most first. */
export const placesOf = async (client: Client, ids: readonly string[]): Promise<(id: string) => Places> => {
  const rows = await client.$queryRaw<
    { of: string; source: string; name: string; version: string; count: number }[]
  >`
    select violation_id as of, source_id as source, max(source_name) as name, app_version as version,
      sum(count)::float8 as count
    from violation_total
    where violation_id = any(${ids}::text[])
    group by 1, 2, 4
    order by count desc, source_id, app_version`
  const partsOf = grouped(rows, (row) => row)
  return (id) => {
    const parts = partsOf(id)
    return {
      sources: ranked(parts, ({ source }) => source).map(({ source, name }) => ({ id: source, name })),
      appVersions: ranked(parts, ({ version }) => version).map(({ version }) => version),
    }
  }
}

/** One row for each name, those with the highest sums first. */
const ranked = <Row extends { readonly count: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly Row[] => {
  const sums = new Map<string, { readonly row: Row; sum: number }>()
  for (const row of rows) {
    const known = sums.get(nameOf(row))
    if (known) known.sum += row.count
    else sums.set(nameOf(row), { row, sum: row.count })
  }
  return [...sums.values()].sort((a, b) => b.sum - a.sum).map(({ row }) => row)
}

const partMs = 6 * 3_600_000
const parts = 28

/** Counts of the last seven days in parts of six hours, oldest first; parts without any are 0. */
export const sparklinesOf = async (
  client: Client,
  ids: readonly string[],
  now: string,
): Promise<(id: string) => number[]> => {
  const first = Math.floor(Date.parse(now) / partMs) - parts + 1
  const rows = await client.$queryRaw<{ of: string; part: number; count: number }[]>`
    select violation_id as of, floor(extract(epoch from hour) / ${partMs / 1000})::int - ${first}::int as part,
      sum(count)::float8 as count
    from violation_hour
    where violation_id = any(${ids}::text[]) and hour >= ${new Date(first * partMs).toISOString()}::timestamptz
    group by 1, 2`
  const countsOf = grouped(rows, ({ part, count }) => [part, count] as const)
  return (id) => {
    const counts = new Map(countsOf(id))
    return Array.from({ length: parts }, (_, part) => counts.get(part) ?? 0)
  }
}
