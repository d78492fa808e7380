import type { CheckView } from '@/contracts/change-request'
import type { ReplayResultView } from '@/contracts/replay'
import type { ReplayFound } from '@/domain/replay/replay-result'

/** What a replay came to, for these edits on this version of the plan. */
export type StoredReplay = {
  readonly check: CheckView
  readonly fingerprint: string
  readonly baseVersion: number
  readonly engine: string
  readonly at: string
}

export type ReplayStore = {
  /** The newest of a change request. */
  readonly find: (changeRequestId: string) => Promise<StoredReplay | null>
  /** What it found; null where it came to no end, or has not been. */
  readonly result: (changeRequestId: string) => Promise<ReplayResultView | null>
  /** Takes the place of the one before. */
  readonly keep: (
    changeRequestId: string,
    replay: StoredReplay & { readonly result: ReplayFound | null },
  ) => Promise<void>
  readonly forget: (changeRequestId: string) => Promise<void>
}
