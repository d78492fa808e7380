import type { CheckView } from '@/contracts/change-request'
import type { ChangeView } from '@/contracts/plan'
import type { Level } from '@/domain/impact/verdict'

/** What the text of a schema says by itself. */
export type SchemaFacts = {
  readonly isObject: boolean
  readonly defects: readonly { readonly pointer: string; readonly explanation: string }[]
  /** Patterns that RE2 does not know. */
  readonly patterns: readonly { readonly pointer: string; readonly pattern: string }[]
}

/** What an edit does, in short: enough to look at a request without its changes and its text. */
export type EditDigest = {
  /** Its `whatIsDone`. */
  readonly does: string
  /** The worst opinions on its changes; null where nothing changes. */
  readonly levels: { readonly senders: Level; readonly readers: Level } | null
  /** Of the schema that it leaves; null where there is nothing to say of it, or none. */
  readonly schema: SchemaFacts | null
}

/** What was found for an edit, named by its hash (`editFingerprint`). */
export type JudgedEdit = {
  readonly editHash: string
  readonly engine: string
  readonly changes: readonly ChangeView[]
  /** It refuses something only together with what the plan changed in the same rule. */
  readonly breaksJointly: boolean
  /** Null for what was judged before there were any. */
  readonly digest: EditDigest | null
}

/** A check that has ended, for these edits on this version of the plan. */
export type StoredCheck = CheckView & {
  readonly fingerprint: string
  readonly baseVersion: number
  readonly engine: string
}

export type CheckStore = {
  /** Of all edits of a request, or of those with these hashes. */
  readonly judgedEdits: (
    changeRequestId: string,
    editHashes?: readonly string[],
  ) => Promise<readonly JudgedEdit[]>
  /** Of all edits of a request, without what changes. */
  readonly digests: (changeRequestId: string) => Promise<readonly Omit<JudgedEdit, 'changes'>[]>
  readonly checks: (changeRequestId: string) => Promise<readonly StoredCheck[]>
  /** Replaces what is known of a request. */
  readonly keep: (
    changeRequestId: string,
    known: { readonly judgedEdits: readonly JudgedEdit[]; readonly checks: readonly StoredCheck[] },
  ) => Promise<void>
  /** Open requests of which this engine has said nothing yet, though they hold edits. */
  readonly unknownTo: (
    engine: string,
  ) => Promise<readonly { readonly planId: string; readonly number: number }[]>
}
