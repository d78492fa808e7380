import type { Occurrence } from '@/server/ports/violation-store'
import type { FoldedInto } from './violations-of'

/** An occurrence that may be new: its key, and its place in the batch. */
export type Candidate = { readonly of: Occurrence; readonly key: string; readonly place: number }

/** An occurrence that was kept now, and the violation it counts for. */
export type Fresh = Candidate & { readonly violation: FoldedInto }
