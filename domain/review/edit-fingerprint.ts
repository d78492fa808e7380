import type { Edit } from '../plan/edit'
import { hashText, ruleHash } from '../plan/rule-hash'
import { compareRuleIds, ruleKey } from '../plan/rule-id'

/**
 * What an approval of one edit holds on to (64 hex digits): the rule, its new name, the meaning of its base and the
 * exact text after. A base that was only laid out anew leaves it as it is; any other change of base or edit does not.
 */
export const editFingerprint = (edit: Edit): string => {
  const known = fingerprints.get(edit)
  if (known !== undefined) return known
  const fingerprint = hashText(
    JSON.stringify([
      ruleKey(edit),
      edit.newKey ?? null,
      edit.before === null ? null : ruleHash(edit.before),
      edit.after,
    ]),
  )
  fingerprints.set(edit, fingerprint)
  return fingerprint
}

/** Edits never change, and one look at a request asks several times: for its own fingerprint, approvals and checks. */
const fingerprints = new WeakMap<Edit, string>()

/**
 * Over all edits, in any order; status, title and conversation do not count. It only guards against acting on edits
 * that one has not seen.
 */
export const requestFingerprint = (edits: readonly Edit[]): string =>
  hashText(JSON.stringify([...edits].sort(compareRuleIds).map(editFingerprint)))
