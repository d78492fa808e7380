import { z } from 'zod'
import { auditText } from '@/domain/audit/audit-text'
import type { Json } from '@/domain/plan/json'
import type { AuditStore } from '@/server/ports/audit-store'
import type { Actor } from '@/server/ports/context'
import type { Client } from '../client'
import { Prisma, type AuditEntry as Row } from '../generated/client'
import { CursorInstant, CursorText, decodeCursor } from '../rows/cursor'
import { instant } from '../rows/instant'
import { pageOf } from '../rows/page-of'
import { storableText } from '../rows/storable-text'
import { toAuditEntry } from './audit-rows'
import { verifyChain } from './verify-chain'

export const auditStore = (client: Client, chainHash: (text: string) => string): AuditStore => ({
  append: (entry) => append(client, chainHash, entry),
  ofSubject: async (subject) =>
    (
      await client.auditEntry.findMany({
        where: { subject },
        orderBy: [{ at: 'desc' }, { sequence: 'desc' }],
      })
    ).map(toAuditEntry),
  recent: async ({ chains, limit, cursor }) => {
    const after = decodeCursor(cursor, AuditCursor)
    const rows = await client.$queryRaw<Row[]>`
      select chain, sequence, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
        action, subject, details, previous_hash as "previousHash", hash
      from audit_entry
      where chain = any(${chains}::text[])
        ${
          after === null
            ? Prisma.empty
            : Prisma.sql`and (at, chain, sequence) < (${after[0]}::timestamptz, ${after[1]}::text, ${after[2]}::bigint)`
        }
      order by at desc, chain desc, sequence desc
      limit ${limit + 1}`
    const page = pageOf(rows, limit, (row) => [instant(row.at), row.chain, Number(row.sequence)])
    return { entries: page.rows.map(toAuditEntry), nextCursor: page.nextCursor }
  },
  chains: async () => {
    const rows = await client.auditEntry.findMany({
      select: { chain: true },
      distinct: 'chain',
      orderBy: { chain: 'asc' },
    })
    return rows.map(({ chain }) => chain)
  },
  head: async (chain) => (await newest(client, chain))?.hash ?? null,
  verify: (chain, knownHead) => verifyChain(client, chainHash, chain, knownHead),
})

const newest = (client: Client, chain: string) =>
  client.auditEntry.findFirst({
    where: { chain },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  })

const append = async (
  client: Client,
  chainHash: (text: string) => string,
  entry: Parameters<AuditStore['append']>[0],
) => {
  // Without an entry there is no row to lock, so the chain's name is.
  await client.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${`audit:${entry.chain}`}, 0))`
  const tail = await newest(client, entry.chain)
  const content = {
    chain: entry.chain,
    sequence: Number(tail?.sequence ?? 0) + 1,
    at: new Date(entry.at).toISOString(),
    actor: { kind: entry.actor.kind, id: actorId(entry.actor), name: storableText(entry.actor.name) },
    action: entry.action,
    subject: storableText(entry.subject),
    // What is hashed is what will be read back.
    details: JSON.parse(JSON.stringify(entry.details ?? {})) as Readonly<Record<string, Json>>,
    previousHash: tail?.hash ?? '',
  }
  await client.$executeRaw`
    insert into audit_entry (chain, sequence, at, actor_kind, actor_id, actor_name, action, subject, details,
      previous_hash, hash)
    values (${content.chain}, ${content.sequence}::bigint, ${content.at}::timestamptz, ${content.actor.kind},
      ${content.actor.id}, ${content.actor.name}, ${content.action}, ${content.subject},
      ${JSON.stringify(content.details)}::json, ${content.previousHash}, ${chainHash(auditText(content))})`
}

const AuditCursor = z.tuple([CursorInstant, CursorText, z.int()])

const actorId = (actor: Actor): string => {
  switch (actor.kind) {
    case 'person':
    case 'token':
      return actor.personId
    case 'job':
      return actor.jobId
    case 'system':
      return 'system'
  }
}
