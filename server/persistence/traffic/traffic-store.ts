import { z } from 'zod'
import { callTypes } from '@/domain/violations/occurrence'
import type { CallName, RecordedCall, Stratum, TrafficStore } from '@/server/ports/traffic-store'
import type { Client } from '../client'
import { Prisma, type TrafficStratum } from '../generated/client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'
import { storedJson } from '../rows/stored-json'
import { recordCalls } from './record-calls'

export const trafficStore = (client: Client): TrafficStore => ({
  firstReceived: async (keys, at) => {
    const rows = await client.$queryRaw<{ place: number }[]>`
      with given as (
        select decode(key, 'hex') as key, min(place)::int as place
        from unnest(${[...keys]}::text[]) with ordinality as t (key, place)
        group by 1
      ), fresh as (
        insert into received_message (key, received_at)
        select key, ${at}::timestamptz from given order by key
        on conflict do nothing
        returning key
      )
      select place from given join fresh using (key)`
    return new Set(rows.map(({ place }) => place - 1))
  },
  record: (calls, as, newId) => recordCalls(client, calls, as, newId),
  page: async (planId, { events, after, limit }) => {
    const rows = await client.$queryRaw<CallRow[]>`
      select ${callColumns}
      from recorded_call as c join traffic_stratum as s on s.id = c.stratum_id
      where c.plan_id = ${planId} and c.id > ${after ?? ''} and ${named('c', events)}
      order by c.id
      limit ${limit + 1}`
    const shown = rows.slice(0, limit)
    return { calls: shown.map(toCall), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
  },
  newest: async (planId, name, limit) => {
    const rows = await client.$queryRaw<CallRow[]>`
      select ${callColumns}
      from recorded_call as c join traffic_stratum as s on s.id = c.stratum_id
      where c.plan_id = ${planId} and ${called(name)}
      order by c.id desc
      limit ${limit}`
    return rows.map(toCall)
  },
  totals: async (planId, { events }) => {
    const [row] = await client.$queryRaw<{ kept: number; received: number }[]>`
      with kept as (
        select s.shared, s.received::float8 / greatest(s.kept, 1) as weight
        from recorded_call as c join traffic_stratum as s on s.id = c.stratum_id
        where c.plan_id = ${planId} and ${named('c', events)}
      )
      select (select count(*)::int from kept) as kept,
        (select coalesce(sum(received), 0)::float8 from traffic_stratum as s
          where s.plan_id = ${planId} and not s.shared and ${named('s', events)})
        + (select coalesce(sum(weight) filter (where shared), 0) from kept) as received`
    return row ?? { kept: 0, received: 0 }
  },
  strata: async (planId) => {
    const rows = await client.trafficStratum.findMany({
      where: { planId },
      orderBy: [{ day: 'desc' }, { received: 'desc' }, { id: 'asc' }],
    })
    return rows.map(toStratum)
  },
  shapes: async (planId, name, limit) => {
    const rows = await client.$queryRaw<{ id: string; paths: Prisma.JsonValue; received: number }[]>`
      select n.shape_id as id, coalesce((select paths from call_shape where plan_id = ${planId} and id = n.shape_id), '[]') as paths,
        sum(n.received)::float8 as received
      from traffic_stratum as s join shape_count as n on n.stratum_id = s.id
      where s.plan_id = ${planId} and not s.shared and ${named('s', [name])}
      group by n.shape_id
      order by received desc, n.shape_id
      limit ${limit}`
    return rows.map(({ paths, ...row }) => ({ ...row, paths: Paths.parse(paths) }))
  },
  prune: async (planId, before) => {
    const { count } = await client.trafficStratum.deleteMany({
      where: { planId, day: { lt: new Date(before) } },
    })
    await client.callShape.deleteMany({ where: { planId, lastOn: { lt: new Date(before) } } })
    return count
  },
  forgetCalls: async (planId) => {
    await client.$executeRaw`
      update traffic_stratum set kept = 0 where plan_id = ${planId} and kept > 0`
    await client.recordedCall.deleteMany({ where: { planId } })
  },
  forgetReceived: async (before) => {
    await client.receivedMessage.deleteMany({ where: { receivedAt: { lt: new Date(before) } } })
  },
})

const callColumns = Prisma.sql`
  c.id, c.stratum_id as stratum, c.plan_id as "planId", c.source_id as "sourceId", c.source_name as "sourceName",
  c.call_type as "callType", c.event, c.app_version as "appVersion", c.event_version as "eventVersion",
  c.message_id as "messageId", c.at, c.call, c.masked, s.received::float8 / greatest(s.kept, 1) as weight`

type CallRow = Omit<RecordedCall, 'at' | 'callType' | 'call'> & {
  readonly at: Date
  readonly callType: string
  readonly call: Prisma.JsonValue
}

const toCall = (row: CallRow): RecordedCall => ({
  ...row,
  callType: CallType.parse(row.callType),
  at: instant(row.at),
  call: storedJson(row.call),
})

const toStratum = (row: TrafficStratum): Stratum => ({
  id: row.id,
  sourceId: row.sourceId,
  sourceName: row.sourceName,
  day: instant(row.day).slice(0, 10),
  of: row.shared
    ? null
    : {
        callType: CallType.parse(row.callType),
        event: row.event,
        appVersion: row.appVersion,
        eventVersion: row.eventVersion,
      },
  received: Number(row.received),
  kept: row.kept,
})

const CallType = z.enum(callTypes)
const Paths = z.array(z.string())

const named = (table: 'c' | 's', events: readonly CallName[] | undefined) => {
  if (events === undefined) return Prisma.sql`true`
  const rows = Prisma.raw(table)
  return Prisma.sql`exists (
    select 1 from unnest(
      ${events.map(({ callType }) => callType)}::text[],
      ${events.map(({ event }) => event && storableText(event))}::text[]
    ) as e (call_type, event)
    where e.call_type = ${rows}.call_type and e.event is not distinct from ${rows}.event)`
}

/** Equalities, which the index of names can answer. */
const called = (name: CallName | null) => {
  if (name === null) return Prisma.sql`true`
  const { callType, event } = name
  return event === null
    ? Prisma.sql`c.call_type = ${callType} and c.event is null`
    : Prisma.sql`c.call_type = ${callType} and c.event = ${storableText(event)}`
}
