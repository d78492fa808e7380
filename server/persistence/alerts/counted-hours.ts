import { comparedDays } from '@/domain/alerts/spike'
import type { AlertStore } from '@/server/ports/alert-store'
import type { Client } from '../client'
import { instant } from '../rows/instant'

export const busyHours = async (
  client: Client,
  ...[workspaceId, hour, atLeast]: Parameters<AlertStore['busyHours']>
): ReturnType<AlertStore['busyHours']> => {
  const rows = await client.$queryRaw<{ violationId: string; count: bigint; busiest: bigint }[]>`
    with busy as (
      select h.violation_id, sum(h.count) as count
      from violation_hour as h
        join violation as v on v.id = h.violation_id
        join plan on plan.id = v.plan_id and plan.workspace_id = ${workspaceId}
      where h.hour = ${hour}::timestamptz
      group by h.violation_id
      having sum(h.count) >= ${atLeast}
    )
    select busy.violation_id as "violationId", busy.count::bigint as count,
      coalesce((
        select max(total) from (
          select sum(count) as total from violation_hour
          where violation_id = busy.violation_id and hour < ${hour}::timestamptz
            and hour >= ${hour}::timestamptz - make_interval(days => ${comparedDays}::int)
          group by hour
        ) as hours
      ), 0)::bigint as busiest
    from busy
    order by busy.violation_id`
  return rows.map(({ violationId, count, busiest }) => ({
    violationId,
    hour,
    count: Number(count),
    busiest: Number(busiest),
  }))
}

export const beganToBlock = async (
  client: Client,
  ...[workspaceId, from]: Parameters<AlertStore['beganToBlock']>
): ReturnType<AlertStore['beganToBlock']> => {
  const rows = await client.$queryRaw<{ sourceId: string; hour: Date; count: bigint }[]>`
    with blocked as (
      select source_id, hour, sum(count) as count
      from source_hour
      where workspace_id = ${workspaceId} and kind = 'blocked' and count > 0
        and hour >= ${from}::timestamptz - make_interval(days => ${comparedDays}::int)
      group by source_id, hour
    )
    select source_id as "sourceId", hour, count::bigint as count
    from blocked
    where hour >= ${from}::timestamptz and not exists (
      select 1 from blocked as earlier
      where earlier.source_id = blocked.source_id and earlier.hour < blocked.hour
        and earlier.hour >= blocked.hour - make_interval(days => ${comparedDays}::int))
    order by source_id, hour`
  return rows.map(({ sourceId, hour, count }) => ({ sourceId, hour: instant(hour), count: Number(count) }))
}
