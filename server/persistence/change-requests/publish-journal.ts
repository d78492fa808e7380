import { z } from 'zod'
import type { PublishBatch, PublishJournal } from '@/server/ports/publish-journal'
import type { Client } from '../client'
import type { PublishBatch as Row } from '../generated/client'
import { instantOrNull } from '../rows/instant'
import { StoredError } from '../rows/problem'
import { jsonOrNull, parsedOrNull, storedJson } from '../rows/stored-json'

export const publishJournal = (client: Client): PublishJournal => ({
  plan: async (jobId, batches) => {
    await client.$executeRaw`
      insert into publish_batch (job_id, ordinal, kind, operations)
      select ${jobId}, ordinal, kind, operations::json
      from unnest(
        ${batches.map(({ ordinal }) => ordinal)}::int[],
        ${batches.map(({ kind }) => kind)}::text[],
        ${batches.map(({ operations }) => JSON.stringify(operations))}::text[]
      ) as t (ordinal, kind, operations)`
  },
  batches: async (jobId) =>
    (await client.publishBatch.findMany({ where: { jobId }, orderBy: { ordinal: 'asc' } })).map(toBatch),
  sent: async (jobId, ordinal, at) => {
    await client.publishBatch.update({
      where: { jobId_ordinal: { jobId, ordinal } },
      data: { sentAt: new Date(at) },
    })
  },
  answered: async (jobId, ordinal, at, error) => {
    await client.publishBatch.update({
      where: { jobId_ordinal: { jobId, ordinal } },
      data: { answeredAt: new Date(at), error: jsonOrNull(error) },
    })
  },
})

const toBatch = (row: Row): PublishBatch => ({
  ordinal: row.ordinal,
  kind: Kind.parse(row.kind),
  operations: storedJson(row.operations),
  sentAt: instantOrNull(row.sentAt),
  answeredAt: instantOrNull(row.answeredAt),
  error: parsedOrNull(StoredError, row.error),
})

const Kind = z.enum(['upsert', 'remove'])
