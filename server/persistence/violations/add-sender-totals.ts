import type { Connection } from '../connection'
import { arrayElement, arrayText } from '../rows/array-text'
import { storableText } from '../rows/storable-text'
import { senderElements } from './sender-elements'
import type { SenderTally } from './tally'

/** Counts by source, app version and library over all time: what lists and reopening read. */
export const addSenderTotals = async (
  connection: Connection,
  totals: readonly SenderTally[],
): Promise<void> => {
  if (totals.length === 0) return
  const ofSender = senderElements()
  await connection.run`
    insert into violation_total as total (violation_id, source_id, app_version, library, source_name, count, first_seen,
      last_seen)
    select * from unnest(
      ${arrayText(totals.map(({ violationId }) => violationId))}::text[],
      ${arrayText(totals.map(({ sender }) => ofSender(sender).sourceId))}::text[],
      ${arrayText(totals.map(({ sender }) => ofSender(sender).appVersion))}::text[],
      ${arrayText(totals.map(({ sender }) => ofSender(sender).library))}::text[],
      ${arrayText(totals.map(({ sourceName }) => arrayElement(storableText(sourceName))))}::text[],
      ${arrayText(totals.map(({ count }) => count))}::bigint[],
      ${arrayText(totals.map(({ first }) => first))}::timestamptz[],
      ${arrayText(totals.map(({ last }) => last))}::timestamptz[])
    on conflict (violation_id, source_id, app_version, library) do update set
      count = total.count + excluded.count,
      first_seen = least(total.first_seen, excluded.first_seen),
      last_seen = greatest(total.last_seen, excluded.last_seen),
      source_name = case when excluded.last_seen >= total.last_seen then excluded.source_name else total.source_name end`
}
