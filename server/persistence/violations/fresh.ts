import type { Occurrence } from '@/server/ports/violation-store'

/** What folding has to know of a violation. */
export type FoldedInto = {
  readonly id: string
  readonly message: string
  readonly count: number
  readonly sampledAt: string | null
}

/** What the occurrences of one violation in a batch share. `violation` is there once it was looked up or added. */
export type Group = { readonly fingerprint: string; violation: FoldedInto | null }

/** An occurrence that may be new: its key, and its place in the batch. */
export type Candidate = {
  readonly of: Occurrence
  readonly key: string
  readonly place: number
  readonly group: Group
}

/** A candidate whose violation is known: to be kept, or kept now. */
export type Fresh = Candidate & { readonly group: { readonly violation: FoldedInto } }

export const hasViolation = (candidate: Candidate): candidate is Fresh => candidate.group.violation !== null
