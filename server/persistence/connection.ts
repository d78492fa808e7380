import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client as PgClient, type PoolClient } from 'pg'
import { from } from 'pg-copy-streams'
import type { Client } from './client'

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

/** @param client one inside a transaction, made on a `TellingAdapter` */
export const connectionBeneath = (client: Client): Connection => {
  let found: Promise<Held> | null = null
  const held = async (): Promise<PoolClient> => {
    found ??= ask(client)
    const { connection, isOver } = await found
    // It is somebody else's by now.
    if (isOver()) throw new Error('The transaction is over.')
    return connection
  }
  const query = async <Row extends object>(text: TemplateStringsArray, values: readonly unknown[]) =>
    (await held()).query<Row>(withParameters(text), [...values])
  return {
    rows: async (text, ...values) => (await query<never>(text, values)).rows,
    run: async (text, ...values) => (await query(text, values)).rowCount ?? 0,
    copy: async (sql, content) => {
      await pipeline(Readable.from(content), (await held()).query(from(sql)))
    },
  }
}

/** Not prepared by name: a plan that is kept was made for tables that have grown since. */
const withParameters = (template: TemplateStringsArray) =>
  template.reduce((before, part, place) => `${before}$${place}${part}`)

/** What a transaction asks its adapter, which answers by itself: no database sees it. */
const question = 'which connection is this?'

/** A connection while a transaction is on it; when that is over, the pool has it back. */
type Held = { readonly connection: PoolClient; readonly isOver: () => boolean }

const asked = new Map<number, (held: Held) => void>()
let questions = 0

const ask = async (client: Client): Promise<Held> => {
  questions += 1
  const id = questions
  let told: Held | null = null
  asked.set(id, (held) => {
    told = held
  })
  try {
    await client.$executeRawUnsafe(question, id)
  } finally {
    asked.delete(id)
  }
  if (told === null) throw new Error('The transaction does not tell its connection.')
  return told
}

/**
 * An adapter whose transactions tell which connection of the pool they are on, which the typed client keeps to itself.
 * Following the asynchronous calls from the one to the other would cost every promise of the process something.
 */
export class TellingAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel)
      const connection: unknown = Reflect.get(transaction, 'client')
      if (!(connection instanceof PgClient)) throw new Error('The adapter has no connection of the driver.')
      let over = false
      for (const end of ['commit', 'rollback'] as const) {
        const ending = transaction[end].bind(transaction)
        transaction[end] = () => {
          over = true
          return ending()
        }
      }
      const held = { connection: connection as PoolClient, isOver: () => over }
      const run = transaction.executeRaw.bind(transaction)
      transaction.executeRaw = async (query) => {
        if (query.sql !== question) return run(query)
        asked.get(Number(query.args[0]))?.(held)
        return 0
      }
      return transaction
    }
    return adapter
  }
}
