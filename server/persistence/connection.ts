import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Pool, type PoolClient } from 'pg'
import { from } from 'pg-copy-streams'

/**
 * The connection beneath a transaction of the typed client, for what is written in bulk: the typed client copies every
 * value several times, and has no COPY.
 */
export type Connection = {
  readonly rows: <Row extends object>(
    text: TemplateStringsArray,
    ...values: readonly unknown[]
  ) => Promise<Row[]>
  /** Returns how many rows were changed or read. */
  readonly run: (text: TemplateStringsArray, ...values: readonly unknown[]) => Promise<number>
  /** `copy … from stdin` with the parts of what is to be copied. */
  readonly copy: (sql: string, content: Iterable<Buffer>) => Promise<void>
}

const connectionOf = (client: PoolClient): Connection => {
  const query = <Row extends object>(text: TemplateStringsArray, values: readonly unknown[]) =>
    client.query<Row>(withParameters(text), [...values])
  return {
    rows: async (text, ...values) => (await query<never>(text, values)).rows,
    run: async (text, ...values) => (await query(text, values)).rowCount ?? 0,
    copy: (sql, content) => pipeline(Readable.from(content), client.query(from(sql))),
  }
}

/** Not prepared by name: a plan that is kept was made for tables that have grown since. */
const withParameters = (template: TemplateStringsArray) =>
  template.reduce((before, part, place) => `${before}$${place}${part}`)

const notes = new AsyncLocalStorage<{ client: PoolClient | null }>()

/** A pool that notes which connection it gave within `notingConnection`. */
export class NotingPool extends Pool {
  override connect(): Promise<PoolClient>
  override connect(given: Parameters<Pool['connect']>[0]): void
  override connect(given?: Parameters<Pool['connect']>[0]): Promise<PoolClient> | undefined {
    if (given) {
      super.connect(given)
      return undefined
    }
    const note = notes.getStore()
    return super.connect().then((client) => {
      if (note) note.client ??= client
      return client
    })
  }
}

/**
 * Runs work that opens one transaction on a noting pool; `connection` gives what the pool gave for it, which the typed
 * client keeps to itself.
 */
export const notingConnection = <T>(work: (connection: () => Connection) => Promise<T>): Promise<T> => {
  const note: { client: PoolClient | null } = { client: null }
  return notes.run(note, () =>
    work(() => {
      if (!note.client) throw new Error('The transaction has no connection yet.')
      return connectionOf(note.client)
    }),
  )
}
