import { samplingPriority } from '@/domain/traffic/priority'
import type { ReceivedCall, TrafficStore } from '@/server/ports/traffic-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'
import { countShapes } from './count-shapes'
import { type PlacedCall, placeInStrata } from './place-in-strata'

/**
 * Counts calls in their strata and keeps those with the lowest priorities. The count locks a stratum until the
 * transaction ends, so its threshold holds while calls are added and the surplus goes; strata are locked in the order
 * of their ids, so that parallel writers wait for each other and do not deadlock.
 */
export const recordCalls = async (
  client: Client,
  calls: readonly ReceivedCall[],
  { callsPerStratum, receivedAt }: Parameters<TrafficStore['record']>[1],
  newId: () => string,
): Promise<void> => {
  if (calls.length === 0) return
  const placed = await placeInStrata(client, calls, receivedAt.slice(0, 10))
  const strata = await countInStrata(client, placed)
  await countShapes(client, placed)
  const chosen = placed.flatMap((one) => {
    const priority = samplingPriority(one.stratum, one.call.messageId)
    return priority < (strata.get(one.stratum)?.threshold ?? 1) ? [{ ...one, priority }] : []
  })
  // Of a large batch most would go again at once.
  const kept = lowestOfEach(chosen, callsPerStratum)
  if (kept.length === 0) return
  await keep(client, kept, newId)
  await dropSurplus(client, [...new Set(kept.map(({ stratum }) => stratum))].sort(), callsPerStratum)
}

type ChosenCall = PlacedCall & { readonly priority: number }

const lowestOfEach = (chosen: readonly ChosenCall[], limit: number): readonly ChosenCall[] =>
  byStratum(chosen).flatMap((ofOne) =>
    ofOne.length <= limit ? ofOne : ofOne.sort((a, b) => a.priority - b.priority).slice(0, limit),
  )

const byStratum = <Call extends PlacedCall>(calls: readonly Call[]): Call[][] => {
  const groups = new Map<string, Call[]>()
  for (const call of calls) {
    const group = groups.get(call.stratum)
    if (group) group.push(call)
    else groups.set(call.stratum, [call])
  }
  return [...groups.values()]
}

/** The threshold of each stratum after its calls were counted. */
const countInStrata = async (client: Client, placed: readonly PlacedCall[]) => {
  const groups = byStratum(placed).flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, received: 1 + rest.length }],
  )
  const rows = await client.$queryRaw<{ id: string; threshold: number }[]>`
    insert into traffic_stratum as s (id, plan_id, source_id, source_name, day, call_type, event, app_version,
      event_version, planned, shared, received)
    select * from unnest(
      ${groups.map(({ stratum }) => stratum)}::text[],
      ${groups.map(({ call }) => call.planId)}::text[],
      ${groups.map(({ call }) => storableText(call.sourceId))}::text[],
      ${groups.map(({ call }) => storableText(call.sourceName))}::text[],
      ${groups.map(({ day }) => day)}::date[],
      ${groups.map(({ call, shared }) => (shared ? '' : call.callType))}::text[],
      ${groups.map(({ call, shared }) => (shared || call.event === null ? null : storableText(call.event)))}::text[],
      ${groups.map(({ call, shared }) => (shared ? '' : storableText(call.appVersion)))}::text[],
      ${groups.map(({ call, shared }) => (shared ? null : call.eventVersion))}::int[],
      ${groups.map(({ call, shared }) => !shared && call.planned)}::boolean[],
      ${groups.map(({ shared }) => shared)}::boolean[],
      ${groups.map(({ received }) => received)}::bigint[]
    ) as t (id, plan_id, source_id, source_name, day, call_type, event, app_version, event_version, planned, shared,
      received)
    order by id
    on conflict (id) do update set received = s.received + excluded.received, source_name = excluded.source_name
    returning id, threshold`
  return new Map(rows.map((row) => [row.id, row]))
}

const keep = async (client: Client, kept: readonly ChosenCall[], newId: () => string) => {
  const masked = kept.map((one) => ({ ...one, ...one.call.mask(), received: one.call }))
  await client.$executeRaw`
    insert into recorded_call (id, stratum_id, plan_id, source_id, source_name, call_type, event, app_version,
      event_version, message_id, at, call, masked, priority)
    select id, stratum_id, plan_id, source_id, source_name, call_type, event, app_version, event_version, message_id, at,
      call::json, array(select json_array_elements_text(masked::json)), priority
    from unnest(
      ${masked.map(() => newId())}::text[],
      ${masked.map(({ stratum }) => stratum)}::text[],
      ${masked.map(({ received }) => received.planId)}::text[],
      ${masked.map(({ received }) => storableText(received.sourceId))}::text[],
      ${masked.map(({ received }) => storableText(received.sourceName))}::text[],
      ${masked.map(({ received }) => received.callType)}::text[],
      ${masked.map(({ received }) => received.event && storableText(received.event))}::text[],
      ${masked.map(({ received }) => storableText(received.appVersion))}::text[],
      ${masked.map(({ received }) => received.eventVersion)}::int[],
      ${masked.map(({ received }) => storableText(received.messageId))}::text[],
      ${masked.map(({ received }) => received.at)}::timestamptz[],
      ${masked.map(({ call }) => JSON.stringify(call))}::text[],
      ${masked.map(({ masked: pointers }) => JSON.stringify(pointers.map(storableText)))}::text[],
      ${masked.map(({ priority }) => priority)}::float8[]
    ) as t (id, stratum_id, plan_id, source_id, source_name, call_type, event, app_version, event_version, message_id, at,
      call, masked, priority)`
}

/** The threshold only ever falls: every call below it that was ever received is kept, so what is kept is uniform. */
const dropSurplus = async (client: Client, strata: readonly string[], limit: number) => {
  await client.$executeRaw`
    with ranked as (
      select id, stratum_id, priority,
        row_number() over (partition by stratum_id order by priority, id) as place
      from recorded_call where stratum_id = any(${strata}::text[])
    ), gone as (
      delete from recorded_call as c using ranked as r where c.id = r.id and r.place > ${limit}
    ), counted as (
      select stratum_id, least(count(*), ${limit})::int as kept,
        max(priority) filter (where place = ${limit}) as highest
      from ranked group by stratum_id
    )
    update traffic_stratum as s set kept = c.kept, threshold = least(s.threshold, coalesce(c.highest, s.threshold))
    from counted as c where s.id = c.stratum_id`
}
