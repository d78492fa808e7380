import type { Occurrence } from '@/server/ports/violation-store'
import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import { dayOf } from './kept-days'

/** Counts what was refused as late, so that people can see that something is. */
export const addLate = async (
  connection: Connection,
  late: readonly Occurrence[],
  now: string,
): Promise<void> => {
  if (late.length === 0) return
  await connection.run`
    insert into late_arrival (plan_id, source_id, day, count)
    select plan_id, source_id, ${dayOf(now)}::date, count(*) from unnest(
      ${late.map(({ planId }) => planId)}::text[],
      ${late.map(({ sourceId }) => storableText(sourceId))}::text[]) as t (plan_id, source_id)
    group by 1, 2 order by 1, 2
    on conflict (plan_id, source_id, day) do update set count = late_arrival.count + excluded.count`
}
