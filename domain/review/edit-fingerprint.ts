import type { Edit } from '../plan/edit'
import { memoByText } from '../plan/memo-by-text'
import { hashText, ruleHash } from '../plan/rule-hash'
import { compareRuleIds, ruleKey } from '../plan/rule-id'
import type { AuthoredEdit, EditMark } from './change-request'
import { kindOf } from './edit-kind'

/**
 * What an approval of one edit holds on to (64 hex digits): the rule, its new name, the meaning of its base and the
 * exact text after. A base that was only laid out anew leaves it as it is; any other change of base or edit does not.
 * It is kept with the edits of requests, so a change of what it is made of comes with a migration that forgets those.
 */
export const editFingerprint = (edit: Edit | EditMark): string => {
  if ('fingerprint' in edit) return edit.fingerprint
  const known = (edit as Kept)[kept] ?? fingerprints.get(edit)
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

export const markOf = (edit: AuthoredEdit): EditMark => {
  const { type, key, version, newKey, by, writers } = edit
  const renamed = newKey === undefined ? {} : { newKey }
  const written = writers === undefined ? {} : { writers }
  const fingerprint = editFingerprint(edit)
  return { type, key, version, ...renamed, by, ...written, fingerprint, kind: kindOf(edit) }
}

/**
 * The edit, with the fingerprint that was worked out when it was stored. It stays with this very edit: what is copied
 * from it, with another text perhaps, gets its own.
 */
export const withKnownFingerprint = <Known extends Edit>(edit: Known, fingerprint: string): Known =>
  Object.defineProperty(edit, kept, { value: fingerprint })

// Pages and routes are bundled apart, each with a copy of this module: what stores an edit and what looks at it may
// belong to two of them, which share no map.
const kept = Symbol.for('plumbline.edit-fingerprint')

type Kept = Edit & { readonly [kept]?: string }

/** Edits never change, and one look at a request asks several times: for its own fingerprint, approvals and checks. */
const fingerprints = new WeakMap<Edit, string>()

/**
 * Over all edits, in any order; status, title and conversation do not count. It only guards against acting on edits
 * that one has not seen.
 */
export const requestFingerprint = (edits: readonly (Edit | EditMark)[]): string =>
  hashOfAll(JSON.stringify([...edits].sort(compareRuleIds).map(editFingerprint)))

/** Of thousands of edits it is a long text, and a request is looked at far more often than it changes. */
const hashOfAll = memoByText(hashText)
