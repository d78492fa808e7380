import { Pool } from 'pg'
import { TellingAdapter } from './connection'
import { PrismaClient } from './generated/client'

export type Database = {
  readonly prisma: PrismaClient
  /** The pool beneath the client, for what needs a connection of its own (the job queue). */
  readonly pool: Pool
  readonly close: () => Promise<void>
}

export type DatabaseOptions = {
  readonly poolSize: number
  /** Told when a connection breaks; the pool opens another one when it is next asked. */
  readonly onConnectionLost?: (error: Error) => void
}

/**
 * Opens the database lazily: nothing connects before the first query, and a connection that breaks (a restart of
 * the server) is replaced, never fatal.
 */
export const openDatabase = (url: string, { poolSize, onConnectionLost }: DatabaseOptions): Database => {
  const lost = (error: Error) => onConnectionLost?.(error)
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'plumbline',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // The driver adapter writes instants without a zone, so the session has to read them as UTC. How transactions are
    // kept apart is said once a connection, which spares each of them a round trip.
    onConnect: async (client) => {
      await client.query(`set time zone 'UTC'; set default_transaction_isolation to 'read committed'`)
    },
  })
  // An `error` event without a listener ends the process. Every connection tells of its own end; the pool repeats it
  // for idle ones.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', lost)
  })
  const prisma = new PrismaClient({ adapter: new TellingAdapter(pool) })
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}
