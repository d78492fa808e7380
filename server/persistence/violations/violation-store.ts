import { z } from 'zod'
import type { LateArrivals, ViolationQuery, ViolationStore } from '@/server/ports/violation-store'
import type { Client } from '../client'
import type { Connection } from '../connection'
import { Prisma } from '../generated/client'
import { CursorInstant, CursorText, decodeCursor } from '../rows/cursor'
import { instant } from '../rows/instant'
import { pageOf } from '../rows/page-of'
import { foldOccurrences } from './fold-occurrences'
import { keepDays } from './kept-days'
import { violationConditions } from './violation-conditions'
import { readViolations } from './violation-views'

export const violationStore = (client: Client, connection: Connection): ViolationStore => ({
  fold: (occurrences, how) => foldOccurrences(client, connection, occurrences, how),
  keepDays: (now) => keepDays(client, now),
  lateArrivals: (since) =>
    client.$queryRaw<LateArrivals[]>`
      select plan_id as "planId", source_id as "sourceId", sum(count)::float8 as count, max(day)::text as "lastDay"
      from late_arrival where day >= ${since}::date
      group by plan_id, source_id order by plan_id, source_id`,
  idsOf: async (fingerprints) => {
    const rows = await client.violation.findMany({
      where: { fingerprint: { in: [...fingerprints] } },
      select: { id: true, fingerprint: true },
    })
    return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]))
  },
  page: (query, now) => page(client, query, now),
  find: async (id, now) => (await readViolations(client, [id], now))[0] ?? null,
  series: (id, { from, to }, by) => series(client, id, from, to, by),
  countOpen: (planId) =>
    client.violation.count({ where: { status: 'open', ...(planId === undefined ? {} : { planId }) } }),
  openByRule: (planId) =>
    client.$queryRaw<{ type: string; key: string | null; count: number }[]>`
      select rule_type as type, rule_key as key, count(*)::int as count
      from violation
      where plan_id = ${planId} and status = 'open'
      group by rule_type, rule_key
      order by rule_type, rule_key`,
  dailyTotals: (since) =>
    client.$queryRaw<{ day: string; count: number }[]>`
      select to_char(hour at time zone 'UTC', 'YYYY-MM-DD') as day, sum(count)::float8 as count
      from violation_hour
      where hour >= ${since}::timestamptz
      group by day
      order by day`,
})

const page = async (client: Client, query: ViolationQuery, now: string) => {
  const after = decodeCursor(query.cursor, ViolationCursor)
  const before = after
    ? Prisma.sql`(seen_minute, id) < (${after[0]}::timestamptz, ${after[1]}::text)`
    : Prisma.sql`true`
  const rows = await client.$queryRaw<{ id: string; seenMinute: Date }[]>`
    select id, seen_minute as "seenMinute" from violation
    where ${violationConditions(query)} and ${before}
    order by seen_minute desc, id desc
    limit ${query.limit + 1}`
  const { rows: shown, nextCursor } = pageOf(rows, query.limit, (row) => [instant(row.seenMinute), row.id])
  const ids = shown.map(({ id }) => id)
  return { violations: await readViolations(client, ids, now), nextCursor }
}

const ViolationCursor = z.tuple([CursorInstant, CursorText])

const seriesBy = {
  total: Prisma.sql`''`,
  source: Prisma.sql`source_id`,
  appVersion: Prisma.sql`app_version`,
} as const

/** Counts per hour; `by` is empty for the total, else the source's id or the app version. */
const series = async (client: Client, id: string, from: string, to: string, by: keyof typeof seriesBy) => {
  const rows = await client.$queryRaw<{ hour: Date; by: string; count: number }[]>`
    select hour, ${seriesBy[by]} as by, sum(count)::float8 as count
    from violation_hour
    where violation_id = ${id} and hour >= ${from}::timestamptz and hour < ${to}::timestamptz
    group by 1, 2
    order by 1, 2`
  return rows.map(({ hour, by: part, count }) => ({ hour: instant(hour), by: part, count }))
}
