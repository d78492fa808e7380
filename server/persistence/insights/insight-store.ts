import type { CountedDay } from '@/domain/insights/measure'
import type { EventInterval, InsightStore } from '@/server/ports/insight-store'
import type { Client } from '../client'
import { countDays } from './count-days'
import { momentsOf } from './moments-of'

export const insightStore = (client: Client): InsightStore => ({
  countDays: (days) => countDays(client, days),
  hasDays: async () => (await client.planDay.findFirst({ select: { day: true } })) !== null,
  days: (planIds, { from, to }) =>
    client.$queryRaw<CountedDay[]>`
      select to_char(day, 'YYYY-MM-DD') as day, sum(violations)::float8 as violations,
        sum(rated)::float8 as rated, sum(events)::float8 as events,
        (sum(tracked) filter (where planned is not null))::float8 as tracked, sum(planned)::float8 as planned
      from plan_day
      where plan_id = any(${planIds}::text[]) and day between ${from}::date and ${to}::date
      group by plan_day.day
      order by plan_day.day`,
  moments: (planIds, steps) => momentsOf(client, planIds, steps),
  versionsAt: async (planId, instants) => {
    const rows = await client.$queryRaw<{ version: number | null }[]>`
      select (
        select max(version) from plan_version where plan_id = ${planId} and created_at < asked.at) as version
      from unnest(${instants}::timestamptz[]) with ordinality as asked (at, place)
      order by asked.place`
    return rows.map(({ version }) => version)
  },
  events: async (planId, from, to) => {
    // As one value: thousands of rows would take longer to be read than to be found.
    const [row] = await client.$queryRaw<{ events: Interval[] | null }[]>`
      select json_agg(json_build_array(key, from_version, to_version, description <> '', labels)) as events
      from rule
      where plan_id = ${planId} and type = 'TRACK' and from_version <= ${to}
        and (to_version is null or to_version > ${from})`
    return (row?.events ?? []).map(
      ([key, first, end, isDescribed, labels]): EventInterval => ({
        ...{ key, from: first, to: end, isDescribed, labels: Object.entries(labels) },
      }),
    )
  },
})

type Interval = readonly [
  key: string,
  from: number,
  to: number | null,
  isDescribed: boolean,
  labels: Readonly<Record<string, string>>,
]
