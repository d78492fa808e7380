import type { Client } from '../client'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'

/** Keeps the occurrences, given by key; those that another writer kept in the meantime are left out of the answer. */
export const insertOccurrences = async (
  client: Client,
  day: string,
  given: readonly Fresh[],
): Promise<readonly Fresh[]> => {
  if (given.length === 0) return []
  const rows = await client.$queryRaw<{ key: string }[]>`
    insert into occurrence (day, key, violation_id, message_id, occurred_at, source_id, source_name, app_version,
      library, message)
    select ${day}::date, key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library, message
    from unnest(
      ${given.map(({ key }) => key)}::uuid[],
      ${given.map(({ violation }) => violation.id)}::text[],
      ${given.map(({ of }) => storableText(of.messageId))}::text[],
      ${given.map(({ of }) => of.at)}::timestamptz[],
      ${given.map(({ of }) => storableText(of.sourceId))}::text[],
      ${given.map(({ of }) => storableText(of.sourceName))}::text[],
      ${given.map(({ of }) => storableText(of.appVersion))}::text[],
      ${given.map(({ of }) => storableText(of.library))}::text[],
      ${given.map(({ of, violation }) => ownMessage(of.message, violation.message))}::text[]
    ) as t (key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library, message)
    on conflict do nothing
    returning key::text`
  const kept = new Set(rows.map(({ key }) => key))
  return given.filter(({ key }) => kept.has(key))
}

const ownMessage = (message: string, ofViolation: string): string | null => {
  const storable = storableText(message)
  return storable === ofViolation ? null : storable
}
