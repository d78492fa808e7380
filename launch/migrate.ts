import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { Client, DatabaseError } from 'pg'

const ourMigrations = join(import.meta.dirname, '..', 'prisma', 'migrations')

// The number Prisma's own command takes, so that the two never migrate at once.
const migrationLock = 72707369

// As Prisma makes it: `prisma migrate status` and `dev` read this table.
const historyTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

const applied = `select migration_name as name, checksum from _prisma_migrations
  where finished_at is not null and rolled_back_at is null`

/** The database cannot be brought to what this version needs; the message is meant for people. */
export class MigrationRefused extends Error {}

/**
 * Brings a database to what this version needs: our migrations, each in one transaction of its own, then the
 * queue's. Several processes may do it at the same time; one works and the others wait.
 *
 * @returns the names of the migrations that were applied now, oldest first
 * @throws MigrationRefused when the server is older than 15, when the role may not make what is needed, when the
 *   database knows migrations that this version does not have, or when one that was applied has been changed since
 */
export const migrate = async (databaseUrl: string, folder = ourMigrations): Promise<string[]> => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await refuseOldServer(client)
    const migrations = await readMigrations(folder)
    const done: string[] = []
    await locked(client, async () => {
      await client.query(historyTable)
      refuseOtherHistory(migrations, (await client.query<Applied>(applied)).rows)
    })
    for (const migration of migrations) {
      if (await locked(client, () => apply(client, migration))) done.push(migration.name)
    }
    await locked(client, () =>
      runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) }),
    )
    return done
  } catch (error) {
    throw notPermitted(error, client.user) ?? error
  } finally {
    await client.end()
  }
}

/** The names of the migrations this version has, oldest first. */
export const migrationNames = async (folder = ourMigrations): Promise<string[]> =>
  (await readMigrations(folder)).map(({ name }) => name)

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
type Applied = { readonly name: string; readonly checksum: string }

const readMigrations = async (folder: string): Promise<Migration[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const refuseOldServer = async (client: Client) => {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const version = rows[0]
  if (!version || version.number < 150_000) {
    throw new MigrationRefused(`The database server is Postgres ${version?.name}; 15 or later is needed.`)
  }
}

// SQLSTATE 42501 is "insufficient privilege".
const notPermitted = (error: unknown, role: string | undefined): MigrationRefused | null => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (!(cause instanceof DatabaseError) || cause.code !== '42501') return null
  return new MigrationRefused(
    `The role ${role} may not do what Plumbline needs in its database: ${cause.message}. ` +
      'Make it the owner of the database (alter database … owner to …), which is enough.',
  )
}

const refuseOtherHistory = (migrations: readonly Migration[], history: readonly Applied[]) => {
  for (const { name, checksum } of history) {
    const ours = migrations.find((migration) => migration.name === name)
    if (!ours) {
      throw new MigrationRefused(
        `The database has the migration ${name}, which this version does not know: it was used by a newer version. Start that version again, or restore a backup.`,
      )
    }
    if (ours.checksum !== checksum) {
      throw new MigrationRefused(`The migration ${name} was changed after this database had it applied.`)
    }
  }
}

const apply = async (client: Client, { name, sql, checksum }: Migration): Promise<boolean> => {
  const { rows } = await client.query<Applied>(`${applied} and migration_name = $1`, [name])
  if (rows.length > 0) return false
  try {
    await client.query(sql)
  } catch (error) {
    throw new Error(`The migration ${name} failed${lineOf(error, sql)}: ${(error as Error).message}`, {
      cause: error,
    })
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
  return true
}

const lineOf = (error: unknown, sql: string) =>
  error instanceof DatabaseError && error.position
    ? ` in line ${sql.slice(0, Number(error.position)).split('\n').length}`
    : ''

// A lock that lasts as long as its transaction also holds behind a connection pooler.
const locked = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
