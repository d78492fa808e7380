import type { Client } from '../client'

/**
 * How many calls of a source broke something since the beginning of an hour, by the violations of them that arrived
 * here: from the hours that were counted, and from the occurrences of those to which some were added since. All
 * violations of a call tell the time of the call, so each call is in one hour.
 */
export const brokenCalls = async (client: Client, planId: string, sourceId: string, since: string) => {
  const hours = await client.$queryRaw<{ hour: string; calls: number | null }[]>`
    select to_char(arrived.hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24":00:00.000Z"') as hour,
      (case when kept.occurrences = arrived.occurrences then kept.calls end)::float8 as calls
    from (
      select h.hour, sum(h.count) as occurrences
      from violation join violation_hour as h on h.violation_id = violation.id
      where violation.plan_id = ${planId} and h.source_id = ${sourceId} and h.hour >= ${since}::timestamptz
      group by h.hour
    ) as arrived
      left join broken_hour as kept
        on kept.plan_id = ${planId} and kept.source_id = ${sourceId} and kept.hour = arrived.hour
    order by arrived.hour`
  const open = hours.flatMap(({ hour, calls }) => (calls === null ? [hour] : []))
  const counted = hours.reduce((sum, { calls }) => sum + (calls ?? 0), 0)
  return open[0] === undefined ? counted : counted + (await callsIn(client, planId, sourceId, open, open[0]))
}

const callsIn = async (
  client: Client,
  planId: string,
  sourceId: string,
  hours: readonly string[],
  first: string,
): Promise<number> => {
  const [row] = await client.$queryRaw<{ count: number }[]>`
    select count(distinct (date_trunc('hour', o.occurred_at, 'UTC'), o.message_id))::float8 as count
    from occurrence as o join violation on violation.id = o.violation_id
    where violation.plan_id = ${planId} and o.source_id = ${sourceId} and o.occurred_at >= ${first}::timestamptz
      and date_trunc('hour', o.occurred_at, 'UTC') = any(${hours}::timestamptz[]) and o.day >= ${first}::date`
  return row?.count ?? 0
}

/**
 * Counts the calls of every hour of a window, `to` excluded, to which occurrences were added since it was counted; hours
 * before the window are forgotten.
 */
export const countBrokenCalls = async (
  client: Client,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> => {
  await client.$executeRaw`delete from broken_hour where hour < ${from}::timestamptz`
  await client.$executeRaw`
    with arrived as (
      select violation.plan_id, h.source_id, h.hour, sum(h.count)::bigint as occurrences
      from violation_hour as h join violation on violation.id = h.violation_id
      where h.hour >= ${from}::timestamptz and h.hour < ${to}::timestamptz
      group by 1, 2, 3
    ), grown as materialized (
      select arrived.* from arrived left join broken_hour as kept using (plan_id, source_id, hour)
      where kept.occurrences is distinct from arrived.occurrences
    )
    insert into broken_hour as kept (plan_id, source_id, hour, occurrences, calls)
    select grown.plan_id, grown.source_id, grown.hour, grown.occurrences, count(distinct o.message_id)
    from grown
      join occurrence as o on o.source_id = grown.source_id and date_trunc('hour', o.occurred_at, 'UTC') = grown.hour
      join violation on violation.id = o.violation_id and violation.plan_id = grown.plan_id
    where o.day >= (select (min(hour) at time zone 'UTC')::date from grown) and o.occurred_at >= (select min(hour) from grown)
    group by 1, 2, 3, 4
    order by 1, 2, 3
    on conflict (plan_id, source_id, hour) do update set occurrences = excluded.occurrences, calls = excluded.calls`
}
