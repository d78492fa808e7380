import { type CallType, ruleTypeOfCall } from '@/domain/violations/occurrence'
import type { OriginStore, Unexplained } from '@/server/ports/origin-store'
import type { Client } from '../client'
import { instant, instantOrNull } from '../rows/instant'
import { grouped } from './violation-parts'

export const originStore = (client: Client): OriginStore => ({
  unexplained: async ({ lookedBefore, youngerThan, limit }) => {
    const rows = await client.$queryRaw<(Omit<Unexplained, 'firstSeen'> & { firstSeen: Date })[]>`
      select id, plan_id as "planId", rule_type as "ruleType", rule_key as "ruleKey", rule_version as "ruleVersion",
        pointer, first_seen as "firstSeen"
      from violation
      where origin_at is null
        or origin->>'kind' = 'unknown' and origin_at < ${lookedBefore}::timestamptz
          and first_seen > ${youngerThan}::timestamptz
      order by first_seen desc, id
      limit ${limit}`
    return rows.map(({ firstSeen, ...row }) => ({ ...row, firstSeen: instant(firstSeen) }))
  },
  breaking: async (ids) => {
    const rows = await client.$queryRaw<{ of: string; sourceId: string; appVersion: string }[]>`
      select distinct violation_id as of, source_id as "sourceId", app_version as "appVersion"
      from violation_total where violation_id = any(${ids}::text[])`
    return grouped(rows, ({ sourceId, appVersion }) => ({ sourceId, appVersion }))
  },
  releases: async (sourceIds) => {
    // The first call that was kept of a release is not always its first, but never earlier.
    const rows = await client.$queryRaw<
      { sourceId: string; sourceName: string; appVersion: string; at: Date }[]
    >`
      with known as (
        select source_id, app_version, max(source_name) as source_name, min(first_seen) as at
        from violation_total where source_id = any(${sourceIds}::text[])
        group by 1, 2
        union all
        select first.source_id, first.app_version, first.source_name, (
            select min(recorded_call.at) from recorded_call
              join traffic_stratum as stratum on stratum.id = recorded_call.stratum_id
            where stratum.source_id = first.source_id and stratum.app_version = first.app_version
              and stratum.day = first.day)
        from (
          select source_id, app_version, max(source_name) as source_name, min(day) as day
          from traffic_stratum where source_id = any(${sourceIds}::text[]) and not shared
          group by 1, 2
        ) as first
      )
      select source_id as "sourceId", max(source_name) as "sourceName", app_version as "appVersion", min(at) as at
      from known where at is not null
      group by 1, 3
      order by 1, 4, 3`
    return rows.map(({ at, ...release }) => ({ ...release, at: instant(at) }))
  },
  eventKnownSince: async ({ planId, ruleType, ruleKey, firstSeen }) => {
    const [row] = await client.$queryRaw<{ at: Date | null }[]>`
      select least(
        (select min(hour) from source_hour
          join source on source.workspace_id = source_hour.workspace_id and source.id = source_hour.source_id
          where source.plan_id = ${planId} and source_hour.kind = 'volume' and upper(event_type) = ${ruleType}
            and event_name = coalesce(${ruleKey}, '')),
        (select min(recorded_call.at) from recorded_call
          where plan_id = ${planId} and call_type = ${callTypeOf(ruleType)}
            and event is not distinct from ${ruleKey}::text),
        (select min(first_seen) from violation
          where plan_id = ${planId} and rule_type = ${ruleType} and rule_key is not distinct from ${ruleKey}::text
            and first_seen < ${firstSeen}::timestamptz)
      ) as at`
    return instantOrNull(row?.at ?? null)
  },
  heardSince: async ({ id }, sourceIds) => {
    const [row] = await client.$queryRaw<{ at: Date | null; sources: number }[]>`
      select max(at) as at, count(*)::int as sources from (
        select min(first_seen) as at from violation_total
        where source_id = any(${sourceIds}::text[]) and violation_id <> ${id}
        group by source_id
      ) as heard`
    return row?.sources === sourceIds.length ? instantOrNull(row.at) : null
  },
  eventsBefore: async ({ ruleType, ruleKey, firstSeen }, sourceIds, since) => {
    // Of the hours at either end only a part was so: they are left out.
    const [row] = await client.$queryRaw<{ count: number }[]>`
      select coalesce(sum(count), 0)::float8 as count from source_hour
      where source_id = any(${sourceIds}::text[]) and kind = 'volume' and upper(event_type) = ${ruleType}
        and event_name = coalesce(${ruleKey}, '') and hour >= ${since}::timestamptz
        and hour + interval '1 hour' <= ${firstSeen}::timestamptz`
    return row?.count ?? 0
  },
  versionsAsked: async ({ planId, ruleType, ruleKey }) => {
    const rows = await client.$queryRaw<{ version: number | null }[]>`
      select distinct event_version as version from traffic_stratum
      where plan_id = ${planId} and call_type = ${callTypeOf(ruleType)} and event is not distinct from ${ruleKey}::text
        and not shared
      order by 1`
    return rows.map(({ version }) => version)
  },
  keep: async (origins, at) => {
    const ordered = [...origins].sort((a, b) => (a.id < b.id ? -1 : 1))
    const ids = ordered.map(({ id }) => id)
    await client.$queryRaw`select 1 from violation where id = any(${ids}::text[]) order by id for no key update`
    await client.$executeRaw`
      update violation set origin = t.origin, origin_at = ${at}::timestamptz, bundle = t.bundle
      from unnest(
        ${ids}::text[],
        ${ordered.map(({ origin }) => JSON.stringify(origin))}::json[],
        ${ordered.map(({ bundle }) => bundle)}::text[]
      ) as t (id, origin, bundle)
      where violation.id = t.id`
  },
})

/** The calls that a rule judges; the common rule judges all, and is broken by none by itself. */
const callTypeOf = (type: Unexplained['ruleType']): CallType | '' =>
  (Object.keys(ruleTypeOfCall) as CallType[]).find((callType) => ruleTypeOfCall[callType] === type) ?? ''
