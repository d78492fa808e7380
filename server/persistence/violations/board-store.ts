import type { BoardCounts } from '@/contracts/board'
import { violationStatuses } from '@/domain/violations/standing'
import type { BoardStore } from '@/server/ports/board-store'
import type { ViolationFilter } from '@/server/ports/violation-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'
import { revisionOf } from './board-bundles'
import { boardPage } from './board-page'
import { partCount, partSeconds, weekOf } from './board-parts'
import { violationConditions, whoseCondition } from './violation-conditions'

export const boardStore = (client: Client): BoardStore => ({
  page: (query, now) => boardPage(client, query, now),
  counts: (filter, personId) => counts(client, filter, personId),
  idsOf: async (filter, { after = '', limit }) => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      select id from violation where id > ${after} and ${violationConditions(filter)} order by id limit ${limit}`
    return rows.map(({ id }) => id)
  },
  revisionOf: (filter, after) => revisionOf(client, filter, after),
  weigh: (now) => weigh(client, now),
  savedFilters: (personId) =>
    client.violationFilter.findMany({
      where: { personId },
      orderBy: [{ name: 'asc' }],
      select: { id: true, name: true, query: true },
    }),
  saveFilter: async (personId, { id, name, query }) => {
    const set = { name: storableText(name), query: storableText(query) }
    const kept = await client.violationFilter.upsert({
      where: { personId_name: { personId, name: set.name } },
      create: { id, personId, ...set },
      update: { query: set.query },
    })
    return kept.id
  },
  removeFilter: async (personId, id) =>
    (await client.violationFilter.deleteMany({ where: { id, personId } })).count === 1,
})

const counts = async (
  client: Client,
  filter: ViolationFilter,
  personId: string,
): ReturnType<BoardStore['counts']> => {
  const { statuses: _, ...others } = filter
  const { statuses = violationStatuses } = filter
  const rows = await client.$queryRaw<
    { status: string; count: number; me: number; groups: number; nobody: number; regressed: number }[]
  >`
    select status, count(*)::int as count,
      (count(*) filter (where ${whoseCondition({ kind: 'me', personId })}))::int as me,
      (count(*) filter (where ${whoseCondition({ kind: 'groups', personId })}))::int as groups,
      (count(*) filter (where ${whoseCondition({ kind: 'nobody', personId })}))::int as nobody,
      (count(*) filter (where regressed_at is not null))::int as regressed
    from violation
    where ${violationConditions(others)}
    group by status`
  const shown = rows.filter(({ status }) => statuses.some((each) => each === status))
  const sum = (part: 'me' | 'groups' | 'nobody' | 'regressed') =>
    shown.reduce((total, row) => total + row[part], 0)
  const byStatus = new Map(rows.map(({ status, count }) => [status, count]))
  return {
    statuses: Object.fromEntries(
      violationStatuses.map((status) => [status, byStatus.get(status) ?? 0]),
    ) as BoardCounts['statuses'],
    me: sum('me'),
    groups: sum('groups'),
    nobody: sum('nobody'),
    regressed: sum('regressed'),
  }
}

/** One call can break a constraint in several places of an array, so a share is capped at 1. */
const weigh = async (client: Client, now: string): Promise<void> => {
  const { first, from } = weekOf(now)
  await client.$executeRaw`
    with volume as (
      select source.plan_id, upper(event_type) as type, event_name as name, sum(count) as count
      from source_hour join source on source.workspace_id = source_hour.workspace_id and source.id = source_hour.source_id
      where source_hour.kind = 'volume' and hour >= ${from}::timestamptz
      group by 1, 2, 3
    ), parts as (
      select violation_id, floor(extract(epoch from hour) / ${partSeconds})::int - ${first}::int as part,
        sum(count) as count
      from violation_hour where hour >= ${from}::timestamptz
      group by 1, 2
    ), week as (
      select violation_id, sum(count) as count, array_agg(part) as parts, array_agg(count) as counts
      from parts group by 1
    ), found as (
      select violation.id,
        case when volume.count > 0 then least(1, coalesce(week.count, 0) / volume.count)::real end as share,
        array(
          select coalesce(week.counts[array_position(week.parts, part)], 0)::int
          from generate_series(0, ${partCount - 1}::int) as part
        ) as trend
      from violation
        left join volume on volume.plan_id = violation.plan_id and volume.type = violation.rule_type
          and volume.name = coalesce(violation.rule_key, '') and volume.count > 0
        left join week on week.violation_id = violation.id
    )
    insert into violation_week as kept (violation_id, share, trend, trend_open)
    select id, share, trend, to_timestamp((${first}::bigint + ${partCount - 1}) * ${partSeconds}) from found order by id
    on conflict (violation_id) do update set
      share = excluded.share, trend = excluded.trend, trend_open = excluded.trend_open
    where (kept.share, kept.trend, kept.trend_open)
      is distinct from (excluded.share, excluded.trend, excluded.trend_open)`
}
