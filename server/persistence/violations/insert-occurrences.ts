import type { Connection } from '../connection'
import { arrayElement, arrayText } from '../rows/array-text'
import { copyField } from '../rows/copy-text'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'
import { knownKeys } from './known-keys'

/** From this many on, COPY is quicker than INSERT, which takes one round trip instead of four. */
const worthCopying = 1_000

/** How often what other writers keep meanwhile is left out, and the rest copied again, before it is inserted. */
const attempts = 4

/**
 * Keeps the occurrences, given by key; those that another writer kept in the meantime are left out of the answer.
 *
 * @param meanwhile is run once all of them were handed to the database, which may still write then
 */
export const insertOccurrences = async (
  connection: Connection,
  day: string,
  given: readonly Fresh[],
  meanwhile: (handed: readonly Fresh[]) => void,
): Promise<readonly Fresh[]> => {
  let left = given
  for (let attempt = 1; attempt <= attempts && left.length >= worthCopying; attempt += 1) {
    if (await copied(connection, day, left, () => meanwhile(left))) return left
    // The copy has waited until the other writer was done.
    left = await without(connection, day, left)
  }
  return left.length === 0 ? [] : inserted(connection, day, left)
}

/** Those of them that are not kept yet. */
const without = async (connection: Connection, day: string, given: readonly Fresh[]) => {
  const known = await knownKeys(
    connection,
    day,
    given.map(({ key }) => key),
  )
  return given.filter(({ key }) => !known.has(key))
}

const inserted = async (connection: Connection, day: string, given: readonly Fresh[]) => {
  const texts = (read: (one: Fresh) => string | null) => arrayText(given.map((one) => elementOf(read(one))))
  const rows = await connection.rows<{ key: string }>`
    insert into occurrence (day, key, violation_id, message_id, occurred_at, source_id, source_name, app_version,
      library, message)
    select ${day}::date, key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library, message
    from unnest(
      ${arrayText(given.map(({ key }) => key))}::uuid[],
      ${arrayText(given.map(({ group }) => group.violation.id))}::text[],
      ${texts(({ of }) => of.messageId)}::text[],
      ${arrayText(given.map(({ of }) => of.at))}::timestamptz[],
      ${texts(({ of }) => of.sourceId)}::text[],
      ${texts(({ of }) => of.sourceName)}::text[],
      ${texts(({ of }) => of.appVersion)}::text[],
      ${texts(({ of }) => of.library)}::text[],
      ${texts(({ of, group }) => ownMessage(of.message, group.violation.message))}::text[]
    ) as t (key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library, message)
    on conflict do nothing
    returning replace(key::text, '-', '') as key`
  const kept = new Set(rows.map(({ key }) => key))
  return given.filter(({ key }) => kept.has(key))
}

const elementOf = (text: string | null) => (text === null ? null : arrayElement(storableText(text)))

/** Whether all could be copied: not when another writer has kept one of them in the meantime. */
const copied = async (
  connection: Connection,
  day: string,
  given: readonly Fresh[],
  meanwhile: () => void,
): Promise<boolean> => {
  await connection.run`savepoint copying`
  try {
    // Straight into the partition, which spares Postgres to look for it once a row.
    await connection.copy(
      `copy occurrence_${day.replaceAll('-', '')} (day, key, violation_id, message_id, occurred_at, source_id,
        source_name, app_version, library, message) from stdin`,
      followedBy(contentOf(day, given), meanwhile),
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

/** In parts, so that the database reads one while the next is made. */
const rowsOfPart = 2_000

function* contentOf(day: string, given: readonly Fresh[]): Generator<Buffer> {
  // The same few come again and again.
  const fields = new Map<string, string>()
  const fieldOf = (text: string): string => {
    const known = fields.get(text)
    if (known !== undefined) return known
    const field = copyField(text)
    fields.set(text, field)
    return field
  }
  for (let from = 0; from < given.length; from += rowsOfPart) {
    let part = ''
    for (const { of, key, group } of given.slice(from, from + rowsOfPart)) {
      const { violation } = group
      const message = of.message === violation.message ? null : ownMessage(of.message, violation.message)
      part += `${day}\t${key}\t${violation.id}\t${copyField(of.messageId)}\t${of.at}\t${fieldOf(of.sourceId)}\t${fieldOf(
        of.sourceName,
      )}\t${fieldOf(of.appVersion)}\t${fieldOf(of.library)}\t${message === null ? '\\N' : fieldOf(message)}\n`
    }
    yield Buffer.from(part)
  }
}

function* followedBy<Part>(parts: Iterable<Part>, work: () => void): Generator<Part> {
  yield* parts
  work()
}

const ownMessage = (message: string, ofViolation: string): string | null => {
  const storable = storableText(message)
  return storable === ofViolation ? null : storable
}
