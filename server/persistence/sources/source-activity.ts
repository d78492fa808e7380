import type { SourceActivity } from '@/server/ports/source-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { instant } from '../rows/instant'

type Counted = SourceActivity & { readonly sourceId: string }

/** What Segment counted and what arrived here since an instant, by source id; sources without any are absent. */
export const activity = async (
  client: Client,
  since: string,
): Promise<Readonly<Record<string, SourceActivity>>> => {
  const rows = await client.$queryRaw<Counted[]>`
    select source_id as "sourceId", sum(volume)::float8 as volume, sum(blocked)::float8 as blocked,
      sum(violations)::float8 as violations
    from (
      select source_id, case when kind = 'volume' then count else 0 end as volume,
        case when kind = 'blocked' then count else 0 end as blocked, 0 as violations
      from source_hour where hour >= ${since}::timestamptz
      union all
      select source_id, 0, 0, count from violation_hour where hour >= ${since}::timestamptz
    ) as counted
    group by source_id`
  return Object.fromEntries(rows.map(({ sourceId, ...counts }) => [sourceId, counts]))
}

/** The same of one source per hour, oldest first. */
export const hoursOf = async (
  client: Client,
  workspaceId: string,
  sourceId: string,
  { from, to }: { readonly from: string; readonly to: string },
) => {
  const rows = await client.$queryRaw<({ hour: Date } & SourceActivity)[]>`
    select hour, sum(volume)::float8 as volume, sum(blocked)::float8 as blocked, sum(violations)::float8 as violations
    from (
      select hour, case when kind = 'volume' then count else 0 end as volume,
        case when kind = 'blocked' then count else 0 end as blocked, 0 as violations
      from source_hour
      where workspace_id = ${workspaceId} and source_id = ${sourceId}
        and hour >= ${from}::timestamptz and hour < ${to}::timestamptz
      union all
      select h.hour, 0, 0, h.count
      from violation_hour as h join violation on violation.id = h.violation_id
        join plan on plan.id = violation.plan_id
      where plan.workspace_id = ${workspaceId} and h.source_id = ${sourceId}
        and h.hour >= ${from}::timestamptz and h.hour < ${to}::timestamptz
    ) as counted
    group by hour
    order by hour`
  return rows.map(({ hour, ...counts }) => ({ hour: instant(hour), ...counts }))
}

/** Blocked events by Segment's reason and by app version, most first. */
export const blockedBy = (client: Client, workspaceId: string, sourceId: string, since: string) =>
  client.$queryRaw<{ reason: string; appVersion: string; count: number }[]>`
    select reason, app_version as "appVersion", sum(count)::float8 as count
    from source_hour
    where workspace_id = ${workspaceId} and source_id = ${sourceId} and kind = 'blocked'
      and hour >= ${since}::timestamptz
    group by reason, app_version
    order by count desc, reason, app_version`

const mostSenders = 50

/** App versions and libraries that violations of a source came from, newest seen first. */
export const sendersOf = async (client: Client, planId: string, sourceId: string, since: string) => {
  const by = async (column: Prisma.Sql) => {
    const rows = await client.$queryRaw<SenderRow[]>`
      select ${column} as name, sum(h.count)::float8 as count, max(h.hour) as "lastSeen"
      from violation_hour as h join violation on violation.id = h.violation_id
      where violation.plan_id = ${planId} and h.source_id = ${sourceId} and h.hour >= ${since}::timestamptz
      group by 1
      order by "lastSeen" desc, count desc, name
      limit ${mostSenders}`
    return rows.map(toSender)
  }
  return { appVersions: await by(Prisma.sql`h.app_version`), libraries: await by(Prisma.sql`h.library`) }
}

type SenderRow = { readonly name: string; readonly count: number; readonly lastSeen: Date }

const toSender = ({ name, count, lastSeen }: SenderRow) => ({ name, count, lastSeen: instant(lastSeen) })
