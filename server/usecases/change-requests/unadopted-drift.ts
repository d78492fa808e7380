import { idAfterEdit } from '@/domain/plan/apply-edits'
import type { Edit } from '@/domain/plan/edit'
import type { RuleId } from '@/domain/plan/rule'
import { ruleHash } from '@/domain/plan/rule-hash'
import { ruleKey } from '@/domain/plan/rule-id'
import type { DriftedRule } from '@/domain/publish/drift'

/**
 * The drifted rules that publishing these edits would overwrite unseen: all that are ours or that the edits touch,
 * except where an edit asks for exactly what Segment holds.
 */
export const unadoptedDrift = (drift: readonly DriftedRule[], edits: readonly Edit[]): readonly RuleId[] => {
  if (drift.length === 0) return []
  const wanted = wantedHashes(edits)
  return drift
    .filter(({ rule, blocks, theirs }) => {
      const hash = wanted.get(ruleKey(rule))
      return hash === undefined ? blocks : hash !== (theirs?.hash ?? null)
    })
    .map(({ rule }) => rule)
}

/** What the touched identities hold after the edits; null: nothing. */
const wantedHashes = (edits: readonly Edit[]): ReadonlyMap<string, string | null> => {
  const wanted = new Map<string, string | null>(edits.map((edit) => [ruleKey(edit), null]))
  for (const edit of edits)
    if (edit.after !== null) wanted.set(ruleKey(idAfterEdit(edit)), ruleHash(edit.after))
  return wanted
}
