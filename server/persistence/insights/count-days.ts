import type { Client } from '../client'
import { Prisma } from '../generated/client'

type Days = { readonly from: string; readonly to: string }

/** Counts the days of each plan anew; null counts every day there is anything of. */
export const countDays = async (client: Client, days: Days | null): Promise<void> => {
  const isIn = (hour: Prisma.Sql) =>
    days === null
      ? Prisma.sql`true`
      : Prisma.sql`${hour} >= ${`${days.from}T00:00:00Z`}::timestamptz
          and ${hour} < ${`${days.to}T00:00:00Z`}::timestamptz + interval '24 hours'`
  await client.$executeRaw`
    delete from plan_day where ${days === null ? Prisma.sql`true` : Prisma.sql`day between ${days.from}::date and ${days.to}::date`}`
  await client.$executeRaw`
    with arrived as (
      select violation.plan_id, (h.hour at time zone 'UTC')::date as day, h.source_id, sum(h.count) as violations
      from violation_hour as h join violation on violation.id = h.violation_id
      where ${isIn(Prisma.sql`h.hour`)}
      group by 1, 2, 3
    ), sent as (
      select source.plan_id, (h.hour at time zone 'UTC')::date as day, h.source_id, upper(h.event_type) = 'TRACK' as is_track,
        h.event_name as name, sum(h.count) as count
      from source_hour as h join source on source.workspace_id = h.workspace_id and source.id = h.source_id
      where source.plan_id is not null and ${isIn(Prisma.sql`h.hour`)}
      group by 1, 2, 3, 4, 5
    ), told as (
      select plan_id, day, source_id from sent group by 1, 2, 3 having sum(count) > 0
    ), broken as (
      select plan_id, day, sum(violations) as violations,
        sum(violations) filter (where told.source_id is not null) as rated
      from arrived left join told using (plan_id, day, source_id)
      group by 1, 2
    ), ends as (
      select plan_id, day, (
        select max(version) from plan_version as v
        where v.plan_id = each.plan_id and v.created_at < (each.day + 1)::timestamp at time zone 'UTC') as version
      from (select distinct plan_id, day from sent) as each
    ), names as (
      select plan_id, key, range_agg(int4range(from_version, to_version)) as versions
      from rule where type = 'TRACK' and plan_id in (select plan_id from ends)
      group by 1, 2
    ), counted as (
      select sent.plan_id, sent.day, sum(count) as events,
        coalesce(sum(count) filter (where is_track), 0) as tracked,
        case when bool_and(ends.version is not null)
          then coalesce(sum(count) filter (where is_track and names.versions @> ends.version), 0) end as planned
      from sent join ends using (plan_id, day)
        left join names on names.plan_id = sent.plan_id and names.key = sent.name and sent.is_track
      group by 1, 2
    )
    insert into plan_day (plan_id, day, violations, rated, events, tracked, planned)
    select plan_id, day, coalesce(violations, 0)::bigint, coalesce(rated, 0)::bigint, events::bigint, tracked::bigint, planned::bigint
    from broken full join counted using (plan_id, day)
    order by 1, 2`
}
