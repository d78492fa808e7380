import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { type BackupEnd, endOfRows, line, plainText } from './backup-format'
import { appliedMigrations, storedTables } from './stored-tables'

/**
 * Writes everything a database holds into a file, as it is at one moment; people may go on working.
 * The file is readable for its owner only and appears when it is whole.
 *
 * @returns rows by table
 */
export const writeBackup = async (
  databaseUrl: string,
  file: string,
  version: string,
): Promise<BackupEnd['rows']> => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const partial = `${file}.partial`
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(plainText)
    const rows: Record<string, number> = {}
    await pipeline(
      Readable.from(backupText(client, version, rows)),
      createGzip(),
      createWriteStream(partial, { mode: 0o600 }),
    )
    await rename(partial, file)
    return rows
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function* backupText(client: Client, version: string, rows: Record<string, number>) {
  const migrations = await appliedMigrations(client)
  yield line({ plumblineBackup: 1, version, at: new Date().toISOString(), migrations })
  for (const { name, columns, parts } of await storedTables(client)) {
    yield line({ table: name, columns, ...(parts.length > 0 ? { parts } : {}) })
    const data = client.query(to(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
    yield* data
    yield endOfRows
    rows[name] = data.rowCount
  }
  yield line({ rows })
}
