import { z } from 'zod'
import type { AuditEntry } from '@/server/ports/audit-store'
import type { AuditEntry as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { jsonObject } from '../rows/stored-json'

export const toAuditEntry = (row: Row): AuditEntry => ({
  chain: row.chain,
  sequence: Number(row.sequence),
  at: instant(row.at),
  actor: { kind: ActorKind.parse(row.actorKind), id: row.actorId, name: row.actorName },
  action: row.action,
  subject: row.subject,
  details: jsonObject(row.details),
  previousHash: row.previousHash,
  hash: row.hash,
})

const ActorKind = z.enum(['person', 'token', 'job', 'system'])
