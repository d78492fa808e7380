import { z } from 'zod'
import type { BoardRow, BoardSort } from '@/contracts/board'
import { OriginView } from '@/contracts/violation'
import type { BoardQuery } from '@/server/ports/board-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { CursorInstant, CursorText, decodeCursor } from '../rows/cursor'
import { instant, instantOrNull } from '../rows/instant'
import { pageOf } from '../rows/page-of'
import { bundlesOf } from './board-bundles'
import { liveTrend, placesOf, type TrendColumns, trendOf, weekOf } from './board-parts'
import { ownersOf } from './owners-of'
import { violationConditions } from './violation-conditions'

/** Each sort as a value of a row that is never null, the shape of that value in a cursor, and how it is compared. */
const sorts = {
  'last-seen': {
    by: Prisma.sql`violation.seen_minute`,
    peer: Prisma.sql`peer.seen_minute`,
    type: Prisma.sql`timestamptz`,
  },
  'first-seen': {
    by: Prisma.sql`violation.first_seen`,
    peer: Prisma.sql`peer.first_seen`,
    type: Prisma.sql`timestamptz`,
  },
  count: { by: Prisma.sql`violation.count`, peer: Prisma.sql`peer.count`, type: Prisma.sql`bigint` },
  share: {
    by: Prisma.sql`coalesce(weight.share, -1)`,
    peer: Prisma.sql`coalesce((select share from violation_week where violation_id = peer.id), -1)`,
    type: Prisma.sql`real`,
  },
} as const

const instants = z.tuple([CursorInstant, CursorText])
const numbers = z.tuple([z.number(), CursorText])

/** One page of the board: the rows by their key, and beside them what the page shows of each, in one query. */
export const boardPage = async (client: Client, query: BoardQuery, now: string) => {
  const { filter, sort, bundled, limit, cursor } = query
  const { by, type } = sorts[sort]
  const after = decodeCursor(cursor, isInstant(sort) ? instants : numbers)
  const rest = after
    ? Prisma.sql`(${by}, violation.id) < (${after[0]}::${type}, ${after[1]}::text)`
    : Prisma.sql`true`
  const week = weekOf(now)
  const found = await client.$queryRaw<Row[]>`
    with page as materialized (
      select violation.*, weight.share, weight.trend, weight.trend_open,
        row_number() over (order by ${by} desc, violation.id desc) as place
      from violation left join violation_week as weight on weight.violation_id = violation.id
      where ${violationConditions(filter)} and ${rest} ${bundled ? firstOfItsBundle(query) : Prisma.empty}
      order by ${by} desc, violation.id desc
      limit ${limit + 1}
    )
    select violation.id, violation.plan_id, violation.rule_type, violation.rule_key, violation.rule_version,
      violation.pointer, violation.type, violation.message, violation.status, violation.revision, violation.reason,
      violation.ignore_until, violation.resolved_in, violation.resolved_in_plan, violation.fix_request,
      violation.regressed_at, violation.assignee_id, violation.count, violation.first_seen, violation.last_seen,
      violation.seen_minute,
      violation.origin, violation.bundle, plan.name as plan_name, assignee.name as assignee_name,
      violation.share::float8 as share,
      case when violation.owners = '{}' then '[]'::json else (${ownersOf}) end as owner_groups,
      ${placesOf}, violation.trend, violation.trend_open, ${liveTrend(week)} as live
    from page as violation join plan on plan.id = violation.plan_id
      left join "user" as assignee on assignee.id = violation.assignee_id
    order by violation.place`
  const { rows, nextCursor } = pageOf(found, limit, (row) => [keyOf(row, sort), row.id])
  const bundle = await bundlesOf(client, filter, bundled ? rows.map((row) => row.bundle) : [])
  return {
    nextCursor,
    rows: rows.map(
      (row): BoardRow => ({
        id: row.id,
        plan: { id: row.plan_id, name: row.plan_name },
        rule: { type: row.rule_type, key: row.rule_key, version: row.rule_version },
        pointer: row.pointer,
        type: row.type,
        message: row.message,
        status: row.status,
        revision: row.revision,
        reason: row.reason,
        ignoreUntil: instantOrNull(row.ignore_until),
        resolvedIn: row.resolved_in,
        resolvedInPlan: row.resolved_in_plan,
        changeRequest: row.fix_request,
        regressedAt: instantOrNull(row.regressed_at),
        assignee: row.assignee_name,
        assigneeId: row.assignee_id,
        owners: row.owner_groups,
        count: Number(row.count),
        share: row.share,
        firstSeen: instant(row.first_seen),
        lastSeen: instant(row.last_seen),
        sources: row.sources ?? [],
        appVersions: row.app_versions ?? [],
        trend: trendOf(row, week),
        origin: row.origin === null ? null : OriginView.parse(row.origin),
        bundle: bundle(row.bundle),
      }),
    ),
  }
}

const isInstant = (sort: BoardSort): boolean => sort === 'last-seen' || sort === 'first-seen'

const keyOf = (row: Row, sort: BoardSort): string | number => {
  switch (sort) {
    case 'last-seen':
      return instant(row.seen_minute)
    case 'first-seen':
      return instant(row.first_seen)
    case 'count':
      return Number(row.count)
    case 'share':
      return row.share ?? -1
  }
}

/** Leaves out what began together with a violation that answers the filter too and comes before it. */
const firstOfItsBundle = ({ filter, sort }: BoardQuery) => Prisma.sql`
  and (violation.bundle is null or not exists (
    select 1 from violation as peer
    where peer.bundle = violation.bundle
      and (${sorts[sort].peer}, peer.id) > (${sorts[sort].by}, violation.id)
      and ${violationConditions(filter, Prisma.sql`peer`)}))`

type Row = TrendColumns & {
  readonly sources: BoardRow['sources'] | null
  readonly app_versions: BoardRow['appVersions'] | null
  readonly id: string
  readonly plan_id: string
  readonly plan_name: string
  readonly rule_type: BoardRow['rule']['type']
  readonly rule_key: string | null
  readonly rule_version: number | null
  readonly pointer: string
  readonly type: BoardRow['type']
  readonly message: string
  readonly status: BoardRow['status']
  readonly revision: number
  readonly reason: string | null
  readonly ignore_until: Date | null
  readonly resolved_in: string | null
  readonly resolved_in_plan: number | null
  readonly fix_request: number | null
  readonly regressed_at: Date | null
  readonly assignee_id: string | null
  readonly assignee_name: string | null
  readonly owner_groups: BoardRow['owners']
  readonly count: bigint
  readonly share: number | null
  readonly first_seen: Date
  readonly last_seen: Date
  readonly seen_minute: Date
  readonly origin: unknown
  readonly bundle: string | null
}
