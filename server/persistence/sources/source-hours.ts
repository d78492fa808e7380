import type { HourlyCount } from '@/server/ports/segment-gateway'
import type { Client } from '../client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'

type Window = { readonly from: string; readonly to: string }

type Recorded = Window & {
  readonly workspaceId: string
  readonly sourceId: string
  readonly kind: 'volume' | 'blocked'
}

/** Sets one source's counts for the hours of a window: what the window held before is gone. */
export const recordHours = async (
  client: Client,
  { workspaceId, sourceId, kind, from, to }: Recorded,
  counts: readonly HourlyCount[],
): Promise<void> => {
  await client.$executeRaw`
    delete from source_hour
    where workspace_id = ${workspaceId} and source_id = ${sourceId} and kind = ${kind}
      and hour >= ${from}::timestamptz and hour < ${to}::timestamptz`
  await client.$executeRaw`
    insert into source_hour (workspace_id, source_id, kind, hour, event_type, event_name, reason, app_version, count)
    select ${workspaceId}, ${sourceId}, ${kind}, hour, event_type, event_name, reason, app_version, sum(count)::bigint
    from unnest(
      ${counts.map(({ hour }) => hour)}::timestamptz[],
      ${counts.map(({ eventType }) => storableText(eventType))}::text[],
      ${counts.map(({ eventName }) => storableText(eventName))}::text[],
      ${counts.map(({ reason }) => storableText(reason))}::text[],
      ${counts.map(({ appVersion }) => storableText(appVersion))}::text[],
      ${counts.map(({ count }) => count)}::float8[]
    ) as t (hour, event_type, event_name, reason, app_version, count)
    where hour >= ${from}::timestamptz and hour < ${to}::timestamptz
    group by hour, event_type, event_name, reason, app_version`
}

/** The newest hour with recorded volume, per source id; absent where nothing was recorded. */
export const lastHours = async (
  client: Client,
  workspaceId: string,
): Promise<Readonly<Record<string, string>>> => {
  const rows = await client.$queryRaw<{ sourceId: string; hour: Date }[]>`
    select source_id as "sourceId", max(hour) as hour
    from source_hour
    where workspace_id = ${workspaceId} and kind = 'volume'
    group by source_id`
  return Object.fromEntries(rows.map(({ sourceId, hour }) => [sourceId, instant(hour)]))
}

/** Event volume of a plan's sources since an instant, by event type and name. */
export const volumeByEvent = async (client: Client, planId: string, since: string) =>
  client.$queryRaw<{ eventType: string; eventName: string; count: number }[]>`
    select event_type as "eventType", event_name as "eventName", sum(count)::float8 as count
    from source_hour join source on source.workspace_id = source_hour.workspace_id and source.id = source_hour.source_id
    where source.plan_id = ${planId} and source_hour.kind = 'volume' and hour >= ${since}::timestamptz
    group by event_type, event_name
    order by event_type, event_name`

/** Names of calls that passed or were blocked, with how many since an instant, most first. */
export const namesCounted = (
  client: Client,
  planId: string,
  { eventType, since, limit }: { readonly eventType: string; readonly since: string; readonly limit: number },
) =>
  client.$queryRaw<{ name: string; count: number }[]>`
    select event_name as name, sum(count)::float8 as count
    from source_hour join source on source.workspace_id = source_hour.workspace_id and source.id = source_hour.source_id
    where source.plan_id = ${planId} and event_type = ${eventType} and event_name <> '' and hour >= ${since}::timestamptz
    group by event_name
    order by count desc, event_name
    limit ${limit}`

/** Hourly volume of one event over a plan's sources, oldest first. */
export const eventHours = async (
  client: Client,
  planId: string,
  event: { readonly type: string; readonly name: string },
  { from, to }: Window,
) => {
  const rows = await client.$queryRaw<{ hour: Date; count: number }[]>`
    select hour, sum(count)::float8 as count
    from source_hour join source on source.workspace_id = source_hour.workspace_id and source.id = source_hour.source_id
    where source.plan_id = ${planId} and source_hour.kind = 'volume'
      and event_type = ${event.type} and event_name = ${event.name}
      and hour >= ${from}::timestamptz and hour < ${to}::timestamptz
    group by hour
    order by hour`
  return rows.map(({ hour, count }) => ({ hour: instant(hour), count }))
}

/** Volume and blocked events per UTC day over everything, oldest first. */
export const dailySourceTotals = async (client: Client, since: string) =>
  client.$queryRaw<{ day: string; volume: number; blocked: number }[]>`
    select to_char(hour at time zone 'UTC', 'YYYY-MM-DD') as day,
      coalesce(sum(count) filter (where kind = 'volume'), 0)::float8 as volume,
      coalesce(sum(count) filter (where kind = 'blocked'), 0)::float8 as blocked
    from source_hour
    where hour >= ${since}::timestamptz
    group by day
    order by day`
