import type { BoardCounts } from '@/contracts/board'
import { violationStatuses } from '@/domain/violations/standing'
import type { BoardStore } from '@/server/ports/board-store'
import type { ViolationFilter } from '@/server/ports/violation-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'
import { boardPage } from './board-page'
import { violationConditions, whoseCondition } from './violation-conditions'

export const boardStore = (client: Client): BoardStore => ({
  page: (query, now) => boardPage(client, query, now),
  counts: (filter, personId) => counts(client, filter, personId),
  idsOf: async (filter, limit) => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      select id from violation where ${violationConditions(filter)} order by id limit ${limit}`
    return rows.map(({ id }) => id)
  },
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

const counts = async (client: Client, filter: ViolationFilter, personId: string): Promise<BoardCounts> => {
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

const weekMs = 7 * 24 * 3_600_000

/** One call can break a constraint in several places of an array, so a share is capped at 1. */
const weigh = async (client: Client, now: string): Promise<void> => {
  const since = new Date(Date.parse(now) - weekMs).toISOString()
  await client.$executeRaw`
    with volume as (
      select source.plan_id, upper(event_type) as type, event_name as name, sum(count) as count
      from source_hour join source on source.workspace_id = source_hour.workspace_id and source.id = source_hour.source_id
      where source_hour.kind = 'volume' and hour >= ${since}::timestamptz
      group by 1, 2, 3
    ), week as (
      select violation_id, sum(count) as count from violation_hour where hour >= ${since}::timestamptz group by 1
    ), found as (
      select violation.id, least(1, coalesce(week.count, 0) / volume.count)::real as share
      from violation
        join volume on volume.plan_id = violation.plan_id and volume.type = violation.rule_type
          and volume.name = coalesce(violation.rule_key, '') and volume.count > 0
        left join week on week.violation_id = violation.id
    ), gone as (
      delete from violation_share where not exists (select 1 from found where found.id = violation_share.violation_id)
    )
    insert into violation_share as kept (violation_id, share)
    select id, share from found order by id
    on conflict (violation_id) do update set share = excluded.share where kept.share is distinct from excluded.share`
}
