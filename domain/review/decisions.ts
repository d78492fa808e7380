import { ruleKey } from '../plan/rule-id'
import type { AuthoredEdit, EditMark, Review } from './change-request'
import { editFingerprint } from './edit-fingerprint'

/** A person's own mark on an edit, which nobody else goes by. */
export type Look = { readonly ruleKey: string; readonly hash: string }

export const decisionVerdicts = ['approve', 'request-changes', 'looked'] as const

export type DecisionVerdict = (typeof decisionVerdicts)[number]

/** What a person has made of an edit; `changed` where it is no longer the edit that they saw. */
export type Decision = { readonly verdict: DecisionVerdict; readonly changed: boolean }

/**
 * What a person has decided about each edit of a request, by `ruleKey`; edits that they have said nothing about are
 * not in it. A verdict on the edit as it is goes before a look at it, and either before words on an earlier form.
 * `reviews` are those of the request in the order of `at`.
 */
export const decisionsOf = (
  edits: readonly (AuthoredEdit | EditMark)[],
  person: string,
  reviews: readonly Review[],
  looks: readonly Look[],
): ReadonlyMap<string, Decision> => {
  const said = [
    ...looks.map((look) => ({ ...look, verdict: 'looked' as const })),
    ...reviews
      .filter(({ by }) => by === person)
      .flatMap(({ verdict, covers }) =>
        verdict === 'comment'
          ? []
          : covers.map(({ rule, hash }) => ({ ruleKey: ruleKey(rule), hash, verdict })),
      ),
  ]
  const now = new Map(edits.map((edit) => [ruleKey(edit), editFingerprint(edit)]))
  const decisions = new Map<string, Decision>()
  for (const { ruleKey: key, hash, verdict } of said) {
    const current = now.get(key)
    if (current === undefined) continue
    const changed = current !== hash
    if (!changed || decisions.get(key)?.changed !== false) decisions.set(key, { verdict, changed })
  }
  return decisions
}
