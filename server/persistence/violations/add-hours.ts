import type { Connection } from '../connection'
import { arrayText } from '../rows/array-text'
import { senderElements } from './sender-elements'
import type { HourTally } from './tally'

/** Counts in the hours of violations, by source, app version and library. */
export const addHours = async (connection: Connection, hours: readonly HourTally[]): Promise<void> => {
  if (hours.length === 0) return
  const ofSender = senderElements()
  await connection.run`
    insert into violation_hour (violation_id, hour, source_id, app_version, library, count)
    select * from unnest(
      ${arrayText(hours.map(({ violationId }) => violationId))}::text[],
      ${arrayText(hours.map(({ hour }) => hour))}::timestamptz[],
      ${arrayText(hours.map(({ sender }) => ofSender(sender).sourceId))}::text[],
      ${arrayText(hours.map(({ sender }) => ofSender(sender).appVersion))}::text[],
      ${arrayText(hours.map(({ sender }) => ofSender(sender).library))}::text[],
      ${arrayText(hours.map(({ count }) => count))}::bigint[])
    on conflict (violation_id, hour, source_id, app_version, library) do update
      set count = violation_hour.count + excluded.count`
}
