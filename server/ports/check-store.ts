import type { CheckView } from '@/contracts/change-request'
import type { ChangeView } from '@/contracts/plan'

/** What was found for an edit, named by its hash (`editFingerprint`). */
export type JudgedEdit = {
  readonly editHash: string
  readonly engine: string
  readonly changes: readonly ChangeView[]
  /** It refuses something only together with what the plan changed in the same rule. */
  readonly breaksJointly: boolean
}

/** A check that has ended, for these edits on this version of the plan. */
export type StoredCheck = CheckView & {
  readonly fingerprint: string
  readonly baseVersion: number
  readonly engine: string
}

export type CheckStore = {
  /** Of all edits of a request, or of the one with a hash. */
  readonly judgedEdits: (changeRequestId: string, editHash?: string) => Promise<readonly JudgedEdit[]>
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
