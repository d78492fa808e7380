import type { StepMoments, Steps } from '@/server/ports/insight-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'

type Row = {
  readonly place: number | null
  readonly opened: number
  readonly resolved: number
  readonly hours: number | null
}

// What moments of an assignment tell in `detail` are people.
const becomes = (moment: Prisma.Sql, status: string) =>
  Prisma.sql`${moment}.kind <> 'assigned' and ${moment}.detail ->> 'to' = ${status}`

/**
 * What began, came back and was resolved in each step, and the median hours from the last beginning before a resolution;
 * after the steps, the same of all of them.
 */
export const momentsOf = async (
  client: Client,
  planIds: readonly string[],
  { from, days, count }: Steps,
): Promise<readonly StepMoments[]> => {
  const place = Prisma.sql`floor(extract(epoch from m.at - ${from}::timestamptz) / (${days}::int * 86400))::int`
  const rows = await client.$queryRaw<Row[]>`
    with told as (
      select m.violation_id, m.at, m.kind, m.detail, ${place} as place
      from violation_moment as m join violation on violation.id = m.violation_id
      where violation.plan_id = any(${planIds}::text[]) and m.at >= ${from}::timestamptz
        and m.at < ${from}::timestamptz + ${days * count}::int * interval '24 hours'
    ), took as (
      select told.place, false as is_open, extract(epoch from told.at - (
        select max(b.at) from violation_moment as b
        where b.violation_id = told.violation_id and b.at <= told.at
          and (b.kind in ('seen-first', 'regressed') or ${becomes(Prisma.sql`b`, 'open')}))) / 3600 as hours
      from told
      where ${becomes(Prisma.sql`told`, 'resolved')} and told.detail ->> 'from' is distinct from 'resolved'
      union all
      select told.place, true, null from told where told.kind in ('seen-first', 'regressed')
    )
    select place, (count(*) filter (where is_open))::int as opened, (count(*) filter (where not is_open))::int as resolved,
      (percentile_cont(0.5) within group (order by hours))::float8 as hours
    from took
    group by grouping sets ((place), ())`
  const known = new Map(rows.map((row) => [row.place ?? count, row]))
  return Array.from({ length: count + 1 }, (_, step) => {
    const { opened, resolved, hours } = known.get(step) ?? nothing
    return { opened, resolved, hours }
  })
}

const nothing: StepMoments = { opened: 0, resolved: 0, hours: null }
