import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { headText } from './audit-head'
import { knownHeads } from './known-heads'

export type AuditVerification = {
  readonly intact: boolean
  /** Over all chains. */
  readonly entries: number
  /** Names the newest entry of every chain; note it, and ask with it later to learn whether a tail was cut. */
  readonly head: string | null
}

/**
 * Walks every audit chain.
 *
 * @param input.head what an earlier verification gave
 * @throws Failed `malformed` when `head` is none
 */
export const verifyAudit = async (
  ctx: Context,
  { head }: { readonly head?: string },
): Promise<AuditVerification> => {
  authorize(ctx.actor, 'read-audit')
  const known = head === undefined ? new Map<string, string>() : knownHeads(head)
  return ctx.transaction(async ({ audit }) => {
    // A chain that is known and gone counts as cut, so it is asked for as well.
    const chains = [...new Set([...(await audit.chains()), ...known.keys()])].sort()
    const heads: [string, string][] = []
    let entries = 0
    let intact = true
    for (const chain of chains) {
      const found = await audit.verify(chain, known.get(chain))
      entries += found.entries
      intact &&= found.intact
      if (found.head !== null) heads.push([chain, found.head])
    }
    return { intact, entries, head: headText(heads) }
  })
}
