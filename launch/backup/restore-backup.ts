import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from } from 'pg-copy-streams'
import {
  type BackupEnd,
  type BackupHeader,
  BackupRefused,
  type BackupTable,
  endOfRows,
  plainText,
} from './backup-format'
import { linesOf } from './lines-of'
import { appliedMigrations, type StoredPart, type StoredTable, storedTables } from './stored-tables'
import { unzipped } from './unzipped'

/**
 * Puts a backup into a migrated database, all of it or nothing. Whoever owns the tables may do it.
 *
 * @param replace whether to empty a database that holds something first
 * @returns rows by table
 * @throws BackupRefused when the database is in use, holds something or has other migrations, or the file is
 *   no whole backup
 */
export const restoreBackup = async (
  databaseUrl: string,
  file: string,
  { replace }: { replace: boolean },
): Promise<BackupEnd['rows']> => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const lines = linesOf(unzipped(file))
  try {
    await client.query('begin')
    await client.query(plainText)
    await refuseUsed(client)
    const tables = await storedTables(client)
    await refuseOther(client, readHeader(await nextLine(lines)))
    if (!replace) await refuseFull(client, tables)
    const rows = await withoutTriggers(client, tables, async () => {
      await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
      return readTables(client, lines, tables)
    })
    for (const table of tables) await moveSequences(client, table)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw damaged(error) ?? error
  } finally {
    await client.end()
  }
}

type Lines = AsyncGenerator<Buffer>

const readTables = async (client: Client, lines: Lines, tables: readonly StoredTable[]) => {
  const rows: Record<string, number> = {}
  for (;;) {
    const part: BackupTable | BackupEnd = JSON.parse(await nextLine(lines))
    if ('rows' in part) {
      // Reading on to the very end lets zlib compare its checksum.
      const whole = (await lines.next()).done && JSON.stringify(part.rows) === JSON.stringify(rows)
      if (!whole) throw new BackupRefused('The backup is not whole: its counts are different.')
      return rows
    }
    const known = tables.find(({ name }) => name === part.table)
    if (!known || part.columns.some((column) => !known.columns.includes(column))) {
      throw new BackupRefused(
        `The backup has ${part.table} (${part.columns.join(', ')}), which this database has not.`,
      )
    }
    for (const missing of part.parts ?? []) {
      if (!known.parts.some(({ name }) => name === missing.name)) await makePart(client, known, missing)
    }
    const copy = client.query(from(`copy ${part.table} (${part.columns.join(', ')}) from stdin`))
    await pipeline(Readable.from(rowsOf(lines)), copy)
    rows[part.table] = copy.rowCount
  }
}

const partName = /^[a-z]+\.[a-z0-9_]+$/
const daily = /^FOR VALUES FROM \('\d{4}-\d\d-\d\d'\) TO \('\d{4}-\d\d-\d\d'\)$/

const makePart = async (client: Client, { name }: StoredTable, part: StoredPart) => {
  if (!partName.test(part.name) || !daily.test(part.bounds))
    throw new BackupRefused(`The backup has a part of ${name} that this version does not know.`)
  await client.query(`create table ${part.name} partition of ${name} ${part.bounds}`)
}

async function* rowsOf(lines: Lines) {
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new BackupRefused('The backup is not whole: it ends within a table.')
    if (value.toString('latin1', 0, 3) === endOfRows) return
    yield value
  }
}

const nextLine = async (lines: Lines): Promise<string> => {
  const { value, done } = await lines.next()
  if (done) throw new BackupRefused('The backup is not whole: its last line is missing.')
  return value.toString()
}

const readHeader = (text: string): BackupHeader => {
  const header: BackupHeader = JSON.parse(text)
  if (header.plumblineBackup !== 1) throw new SyntaxError('no header')
  return header
}

// What zlib and JSON say about a file that is something else or was cut.
const damaged = (error: unknown) => {
  const { code } = error as { code?: unknown }
  return error instanceof SyntaxError || (typeof code === 'string' && code.startsWith('Z_'))
    ? new BackupRefused('This file is not a whole backup of Plumbline.')
    : null
}

const refuseUsed = async (client: Client) => {
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and backend_type = 'client backend' limit 1`,
  )
  if (rows.length > 0)
    throw new BackupRefused('Something else is connected to the database. Stop Plumbline first.')
}

const refuseOther = async (client: Client, header: BackupHeader) => {
  if (JSON.stringify(await appliedMigrations(client)) !== JSON.stringify(header.migrations)) {
    throw new BackupRefused(
      `The backup was made by version ${header.version}, whose tables are different. Restore it with that version, then upgrade.`,
    )
  }
}

const refuseFull = async (client: Client, tables: readonly StoredTable[]) => {
  for (const { name } of tables) {
    // The queue learns the names of its tasks by itself.
    if (name === 'graphile_worker._private_tasks') continue
    const { rows } = await client.query(`select 1 from ${name} limit 1`)
    if (rows.length > 0) {
      throw new BackupRefused(
        'The database is not empty. Restore into an empty one, or add --force to replace everything.',
      )
    }
  }
}

// They watch over what the program writes; what is restored was written under them once.
const withoutTriggers = async <T>(client: Client, tables: readonly StoredTable[], work: () => Promise<T>) => {
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  const result = await work()
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  return result
}

const moveSequences = async (client: Client, { name, columns }: StoredTable) => {
  for (const column of columns) {
    const { rows } = await client.query<{ sequence: string | null }>(
      'select pg_get_serial_sequence($1, $2) as sequence',
      [name, column.replace(/^"(.*)"$/, '$1')],
    )
    if (rows[0]?.sequence) {
      await client.query(
        `select setval($1, coalesce((select max(${column}) from ${name}), 1), exists (select from ${name}))`,
        [rows[0].sequence],
      )
    }
  }
}
