import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { manyOccurrences } from '@/testing/many-occurrences'
import { composedOn } from '@/testing/own-postgres'

/** What a writer is told: its share of the batches, and by which way to write them. */
export type WriterTask = {
  readonly databaseUrl: string
  readonly planId: string
  readonly rows: number
  readonly end: number
  readonly batch: number
  readonly writer: number
  readonly writers: number
  readonly way: 'copy' | 'fold'
}

// Another process of the bench: it makes its rows, says that it is ready, and writes them when it is told to.
process.once('message', async (task: WriterTask) => {
  const { planId, rows, end, batch, writer, writers } = task
  const all = manyOccurrences(planId, rows, end, { repeated: task.way === 'fold' ? 10 : null })
  const batches = Array.from({ length: Math.ceil(rows / batch) }, (_, place) =>
    all.slice(place * batch, (place + 1) * batch),
  ).filter((_, place) => place % writers === writer)
  const write = task.way === 'fold' ? await folding(task) : await copying(task)
  process.send?.('ready')
  process.once('message', async () => {
    for (const part of batches) await write.batch(part)
    process.send?.('done')
    await write.close()
    process.disconnect()
  })
})

// Whoever started it is gone, or has heard the last of it.
process.on('disconnect', () => process.exit(0))

type Rows = ReturnType<typeof manyOccurrences>

const folding = async ({ databaseUrl, end }: WriterTask) => {
  const composition = composedOn(databaseUrl)
  const ctx = composition.contextFor({ kind: 'system', personId: null, name: 'Bench' })
  await ctx.transaction(({ endpoints }) => endpoints.find(''))
  return {
    batch: async (part: Rows) => {
      await ctx.transaction(({ violations }) =>
        violations.fold(part, { now: new Date(end).toISOString(), newId: ctx.newId }),
      )
    },
    close: composition.close,
  }
}

/** What it is measured against: as many rows, none of them repeated, into a table with the same key, and no counts. */
const copying = async ({ databaseUrl, end }: WriterTask) => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const day = new Date(end).toISOString().slice(0, 10)
  return {
    batch: async (part: Rows) => {
      const content = Buffer.from(part.map((row) => lineOf(row, day)).join(''))
      await pipeline(Readable.from([content]), client.query(from('copy anchor from stdin')))
    },
    close: () => client.end(),
  }
}

/** The first 26 characters of the fingerprint stand in for the violation's id, as long as one. */
const lineOf = (row: Rows[number], day: string) =>
  `${[
    day,
    row.key.slice(0, 32),
    row.fingerprint.slice(0, 26),
    row.messageId,
    row.at,
    row.sourceId,
    row.sourceName,
    row.appVersion,
    row.library,
    row.message,
  ].join('\t')}\n`
