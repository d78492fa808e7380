import type { Occurrence } from '@/server/ports/violation-store'

/** What folding has to know of a violation. */
export type FoldedInto = {
  readonly id: string
  readonly message: string
  readonly count: number
  readonly sampledAt: string | null
}

/** An occurrence that may be new: its key, and its place in the batch. */
export type Candidate = { readonly of: Occurrence; readonly key: string; readonly place: number }

/** An occurrence that was kept now, and the violation it counts for. */
export type Fresh = Candidate & { readonly violation: FoldedInto }
