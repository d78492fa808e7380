import { log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import { auditHead } from './audit-head'

/** Writes the newest entry of every audit chain to the log, where whoever changes the database does not reach it. */
export const noteAuditHead = async (ctx: Context): Promise<void> => {
  const head = await ctx.transaction(async (stores) => auditHead(stores, await stores.audit.chains()))
  if (head !== null) log.info({ part: 'audit', head }, 'Audit head')
}
