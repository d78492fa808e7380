import type { Json } from '../plan/json'
import { printSorted } from '../plan/print-json'

/** What the hash of an audit entry covers. `previousHash` is empty for the first entry of a chain. */
export type AuditContent = {
  readonly chain: string
  readonly sequence: number
  readonly at: string
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string }
  readonly action: string
  readonly subject: string
  readonly details: Readonly<Record<string, Json>>
  readonly previousHash: string
}

/** The text that is hashed: the same for equal content, different for any change to it or to its predecessor. */
export const auditText = (content: AuditContent): string =>
  printSorted({
    chain: content.chain,
    sequence: content.sequence,
    at: content.at,
    actor: { kind: content.actor.kind, id: content.actor.id, name: content.actor.name },
    action: content.action,
    subject: content.subject,
    details: content.details,
    previousHash: content.previousHash,
  })
