import type { Connection } from '../connection'
import { copyField } from '../rows/copy-text'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'

/** From this many on, COPY is quicker than INSERT. */
const worthCopying = 100

/** Keeps the occurrences, given by key; those that another writer kept in the meantime are left out of the answer. */
export const insertOccurrences = async (
  connection: Connection,
  day: string,
  given: readonly Fresh[],
): Promise<readonly Fresh[]> => {
  if (given.length === 0) return []
  if (given.length >= worthCopying && (await copied(connection, day, given))) return given
  const rows = await connection.rows<{ key: string }>`
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
    returning replace(key::text, '-', '') as key`
  const kept = new Set(rows.map(({ key }) => key))
  return given.filter(({ key }) => kept.has(key))
}

/** Whether all could be copied: not when another writer has kept one of them in the meantime, which is rare. */
const copied = async (connection: Connection, day: string, given: readonly Fresh[]): Promise<boolean> => {
  await connection.run`savepoint copying`
  try {
    // Straight into the partition, which spares Postgres to look for it once a row.
    await connection.copy(
      `copy occurrence_${day.replaceAll('-', '')} (day, key, violation_id, message_id, occurred_at, source_id,
        source_name, app_version, library, message) from stdin`,
      contentOf(day, given),
    )
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== uniqueViolation) throw error
    await connection.run`rollback to savepoint copying`
    return false
  }
  await connection.run`release savepoint copying`
  return true
}

const uniqueViolation = '23505'

const contentOf = (day: string, given: readonly Fresh[]): Buffer => {
  const lines = given.map(
    ({ of, key, violation }) =>
      `${day}\t${key}\t${violation.id}\t${copyField(of.messageId)}\t${of.at}\t${copyField(of.sourceId)}\t${copyField(
        of.sourceName,
      )}\t${copyField(of.appVersion)}\t${copyField(of.library)}\t${copyField(
        ownMessage(of.message, violation.message),
      )}\n`,
  )
  return Buffer.from(lines.join(''))
}

const ownMessage = (message: string, ofViolation: string): string | null => {
  if (message === ofViolation) return null
  const storable = storableText(message)
  return storable === ofViolation ? null : storable
}
