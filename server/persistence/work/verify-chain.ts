import { auditText } from '@/domain/audit/audit-text'
import type { ChainVerification } from '@/server/ports/audit-store'
import type { Client } from '../client'
import { toAuditEntry } from './audit-rows'

const pageSize = 1_000

/**
 * Walks a chain from its first entry, in pages: every hash has to fit its entry and its predecessor, and no
 * sequence number may be missing. A cut tail shows only against a head that was noted before.
 */
export const verifyChain = async (
  client: Client,
  chainHash: (text: string) => string,
  chain: string,
  knownHead?: string,
): Promise<ChainVerification> => {
  let head: string | null = null
  let entries = 0
  let intact = true
  let headSeen = knownHead === undefined
  for (;;) {
    const rows = await client.auditEntry.findMany({
      where: { chain, sequence: { gt: entries } },
      orderBy: { sequence: 'asc' },
      take: pageSize,
    })
    for (const entry of rows.map(toAuditEntry)) {
      intact &&= entry.sequence === entries + 1 && entry.previousHash === (head ?? '')
      intact &&= entry.hash === chainHash(auditText(entry))
      headSeen ||= entry.hash === knownHead
      head = entry.hash
      entries = entry.sequence
    }
    if (rows.length < pageSize) return { intact: intact && headSeen, entries, head }
  }
}
