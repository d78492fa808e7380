import { CannotStart } from './cannot-start'
import { claimFolder } from './claim-folder.mjs'
import { migrate } from './migrate'
import { startPostgres } from './postgres/start-postgres.mjs'

export type RunningDatabase = {
  readonly url: string
  /** Resolves when the embedded server has ended, asked or not; never for somebody else's server. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Brings up the database, migrated: the one given, or the embedded Postgres of the data folder.
 * The data folder belongs to this process from here until `stop`.
 *
 * @throws CannotStart, FolderBusy, MigrationRefused with words for people
 */
export const startDatabase = async (dataDir: string, givenUrl: string | null): Promise<RunningDatabase> => {
  const database = givenUrl === null ? await embedded(dataDir) : external(dataDir, givenUrl)
  try {
    await migrate(database.url)
    return database
  } catch (error) {
    await database.stop()
    throw unreachable(error, database.url) ?? error
  }
}

const embedded = async (dataDir: string): Promise<RunningDatabase> => {
  const postgres = await startPostgres({ dataDir })
  return { url: postgres.url, ended: postgres.stopped, stop: postgres.stop }
}

const external = (dataDir: string, url: string): RunningDatabase => {
  const release = claimFolder(dataDir)
  return { url, ended: new Promise(() => undefined), stop: async () => release() }
}

// What the connection says before it stands: system errors, and refusals of class 28 (sign-in) and 3D (no such database).
const unreachable = (error: unknown, url: string) => {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string' || !/^(E[A-Z]+|28...|3D...)$/.test(code)) return null
  const { host, pathname } = new URL(url)
  const words = (error as Error).message || code
  return new CannotStart(
    `The database ${pathname.slice(1)} at ${host} (DATABASE_URL) cannot be used: ${words}`,
  )
}
