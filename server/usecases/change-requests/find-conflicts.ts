import type { ConflictView } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import type { Edit } from '@/domain/plan/edit'
import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'

/** The edits that a person has to settle before the request holds on the rules of head. */
export const findConflicts = (edits: readonly Edit[], head: readonly Rule[]): readonly ConflictView[] =>
  bringUpToDate(edits, head).conflicts.map(({ rule, pointer, base, ours, theirs }) => ({
    rule,
    pointer,
    base: schemaOf(base),
    ours: schemaOf(ours),
    theirs: schemaOf(theirs),
  }))

const schemaOf = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json))
