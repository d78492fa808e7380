import type { IdempotencyStore } from '@/server/ports/idempotency-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'

export const idempotencyStore = (client: Client): IdempotencyStore => ({
  begin: async (personId, key, requestHash, at) => {
    // One statement, so that of two requests with the same key exactly one begins.
    const begun = await client.$executeRaw`
      insert into idempotency_key (person_id, key, request_hash, created_at)
      values (${personId}, ${key}, ${requestHash}, ${at}::timestamptz)
      on conflict (person_id, key) do update set
        request_hash = excluded.request_hash, status = null, answer = null, created_at = excluded.created_at
      where idempotency_key.created_at < excluded.created_at - interval '24 hours'
        or (idempotency_key.status is null and idempotency_key.created_at < excluded.created_at - interval '2 minutes')`
    if (begun > 0) return { state: 'new' }
    const row = await client.idempotencyKey.findUnique({ where: { personId_key: { personId, key } } })
    if (!row) return { state: 'busy' }
    if (row.requestHash !== requestHash) return { state: 'mismatch' }
    if (row.status === null) return { state: 'busy' }
    return { state: 'done', status: row.status, answer: row.answer ?? '' }
  },
  finish: async (personId, key, { status, answer }) => {
    await client.idempotencyKey.updateMany({
      where: { personId, key },
      data: { status, answer: storableText(answer) },
    })
  },
  forget: async (personId, key) => {
    await client.idempotencyKey.deleteMany({ where: { personId, key } })
  },
  prune: async (before) => {
    await client.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } })
  },
})
