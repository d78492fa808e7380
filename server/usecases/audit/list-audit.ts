import type { AuditEntryView } from '@/contracts/audit'
import { defaultLimit, type Listing, type ListQuery } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'

/** Entries of every chain, newest first. */
export const listAudit = async (
  ctx: Context,
  { limit = defaultLimit, cursor }: Partial<ListQuery>,
): Promise<Listing<AuditEntryView>> => {
  authorize(ctx.actor, 'read-audit')
  return ctx.transaction(async ({ audit }) => {
    const { entries, nextCursor } = await audit.recent({ chains: await audit.chains(), limit, cursor })
    return {
      data: entries.map(({ sequence, at, actor, action, subject, details, hash }) => ({
        sequence,
        at,
        actor,
        action,
        subject,
        details,
        hash,
      })),
      nextCursor,
    }
  })
}
