import type { Edit } from '@/domain/plan/edit'
import { ruleKey } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Actor } from '@/server/ports/context'
import { personOf } from '../authorize'

/**
 * The new set of edits with who wrote each: an edit that did not change keeps its author, any other is the actor's
 * from now on, and everybody who wrote it before stays named among its writers. A token writes for its person: an
 * administrator who handed out tokens is not the author of what others do with them.
 */
export const authorEdits = (
  actor: Actor,
  edits: readonly Edit[],
  known: readonly StoredEdit[],
  /** Others whose words stand in what changed, so that they wrote it as well. */
  alsoBy: readonly string[] = [],
): readonly StoredEdit[] => {
  const knownByRule = new Map(known.map((edit) => [ruleKey(edit), edit]))
  return edits.map((edit) => {
    const former = knownByRule.get(ruleKey(edit))
    if (former !== undefined && editFingerprint(former) === editFingerprint(edit))
      return { ...former, ...edit }
    const writers = new Set([...(former?.writers ?? []), personOf(actor), ...alsoBy])
    return { ...edit, by: personOf(actor), writers: [...writers] }
  })
}
