import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@/launch/migrate'
import { startPostgres } from '@/launch/postgres/start-postgres.mjs'
import { type Composition, compose } from '@/server/compose'
import { readRunningSettings } from '@/server/settings/running-settings'

/** A migrated Postgres of its own, as durable as an installation's, which may be killed and started again. */
export type OwnPostgres = {
  readonly url: string
  /** Ends the server without a chance to tidy up, and starts it again at the same address. */
  readonly crash: () => Promise<void>
  /** The first half of a crash: the server is gone when this resolves, and `back` when it can be used again. */
  readonly kill: () => Promise<{ readonly back: Promise<void> }>
  readonly stop: () => Promise<void>
}

export const ownPostgres = async (): Promise<OwnPostgres> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-own-'))
  let server = await startPostgres({ dataDir, settings: { max_connections: '100' } })
  const { url } = server
  await migrate(url)
  const startAgain = async () => {
    server = await startPostgres({ dataDir, settings: { max_connections: '100', port: new URL(url).port } })
  }
  const kill = async () => {
    process.kill(server.pid, 'SIGQUIT')
    await server.stopped
    return { back: startAgain() }
  }
  return {
    url,
    kill,
    crash: async () => {
      await (await kill()).back
    },
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The product's adapters on a database, in this process. */
export const composedOn = (
  databaseUrl: string,
  secretKey = randomBytes(32).toString('base64'),
): Composition =>
  compose(
    readRunningSettings({
      DATABASE_URL: databaseUrl,
      SECRET_KEY: secretKey,
      APP_URL: 'http://localhost:3000',
      LOG_LEVEL: process.env.LOG_LEVEL,
    }),
  )
