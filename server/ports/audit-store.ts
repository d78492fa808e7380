import type { Json } from '@/domain/plan/json'
import type { Actor } from './actor'

export type AuditEntry = {
  readonly chain: string
  readonly sequence: number
  readonly at: string
  readonly actor: { readonly kind: Actor['kind']; readonly id: string; readonly name: string }
  readonly action: string
  readonly subject: string
  readonly details: Readonly<Record<string, Json>>
  readonly previousHash: string
  readonly hash: string
}

export type AuditStore = {
  /**
   * Adds an entry to the end of a chain, which it locks: call it last in the transaction.
   * `chain` is a workspace id or `installationChain`; `subject` reads like `change-request:<plan id>:12`.
   */
  readonly append: (entry: {
    readonly chain: string
    readonly actor: Actor
    readonly at: string
    readonly action: string
    readonly subject: string
    readonly details?: Readonly<Record<string, Json>>
  }) => Promise<void>
  /** Newest first. */
  readonly ofSubject: (subject: string) => Promise<readonly AuditEntry[]>
  /** Newest first, over the chains given. */
  readonly recent: (query: {
    readonly chains: readonly string[]
    readonly limit: number
    readonly cursor?: string
  }) => Promise<{ readonly entries: readonly AuditEntry[]; readonly nextCursor: string | null }>
  /** Every chain that has entries; the chain of a removed workspace stays. */
  readonly chains: () => Promise<readonly string[]>
  /** The hash of a chain's newest entry; null for an empty chain. */
  readonly head: (chain: string) => Promise<string | null>
  /** Walks a whole chain. `knownHead` is a hash noted earlier: not intact when the chain does not hold it any more. */
  readonly verify: (chain: string, knownHead?: string) => Promise<ChainVerification>
}

export type ChainVerification = {
  readonly intact: boolean
  readonly entries: number
  /** The hash of the newest entry; null for an empty chain. */
  readonly head: string | null
}
