import type { RuleId } from '../plan/rule'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import type { AuthoredEdit, Review } from './change-request'
import { editFingerprint } from './edit-fingerprint'

/** What a plan asks for before a request may be published. */
export type ApprovalPolicy = {
  /** How many people must approve each touched rule. */
  readonly approvals: number
  /** Whether authors may approve requests that hold edits of theirs. */
  readonly authorsMayApprove: boolean
}

export const defaultPolicy: ApprovalPolicy = { approvals: 1, authorsMayApprove: false }

export type TouchedRule = {
  readonly rule: RuleId
  /** What a review that is made now covers. */
  readonly hash: string
  /** People whose approval of this very edit stands. */
  readonly approvedBy: readonly string[]
  readonly approved: boolean
}

export type JudgedReview = Review & {
  /** The verdict no longer says anything about the edits as they are. */
  readonly stale: boolean
  /** Whether the person's verdicts count at all: not an author, and allowed to review. */
  readonly counts: boolean
}

export type ReviewStanding = {
  readonly touched: readonly TouchedRule[]
  readonly missing: readonly RuleId[]
  readonly changesRequestedBy: readonly string[]
  readonly reviews: readonly JudgedReview[]
  /** Every touched rule is approved and nobody's request for changes stands. */
  readonly complete: boolean
}

/**
 * How the reviews stand against the edits as they are now. `approvers` are the people who may review today (stewards
 * and admins). An approval counts for a rule while the rule's base and edit are what the reviewer saw. A person's
 * request for changes takes back what they approved before, and stands until they give another verdict or nothing
 * that they looked at is left. Reviews are read in the order of `at`.
 */
export const reviewStanding = (
  edits: readonly AuthoredEdit[],
  reviews: readonly Review[],
  approvers: ReadonlySet<string>,
  policy: ApprovalPolicy = defaultPolicy,
): ReviewStanding => {
  const now = new Map(edits.map((edit) => [ruleKey(edit), editFingerprint(edit)]))
  const holds = ({ covers }: Review) => covers.some(({ rule, hash }) => now.get(ruleKey(rule)) === hash)
  const inOrder = [...reviews].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  const judged = inOrder.map((review, i) => ({
    ...review,
    counts: approvers.has(review.by) && (policy.authorsMayApprove || !isByAuthor(edits, review)),
    stale: review.verdict !== 'comment' && (!holds(review) || isTakenBack(review, inOrder.slice(i + 1))),
  }))
  const standing = judged.filter(({ counts, stale }) => counts && !stale)
  const touched = edits.map((edit): TouchedRule => {
    const hash = editFingerprint(edit)
    const approvals = standing.filter(
      ({ verdict, covers }) =>
        verdict === 'approve' &&
        covers.some((cover) => ruleKey(cover.rule) === ruleKey(edit) && cover.hash === hash),
    )
    const approvedBy = people(approvals)
    return { rule: ruleIdOf(edit), hash, approvedBy, approved: approvedBy.length >= policy.approvals }
  })
  const missing = touched.filter(({ approved }) => !approved).map(({ rule }) => rule)
  const changesRequestedBy = people(standing.filter(({ verdict }) => verdict === 'request-changes'))
  return {
    touched,
    missing,
    changesRequestedBy,
    reviews: judged,
    complete: edits.length > 0 && missing.length === 0 && changesRequestedBy.length === 0,
  }
}

/** Authors are all who wrote an edit of the request; a token speaks for whoever minted it as well. */
export const isAuthor = (edits: readonly AuthoredEdit[], person: string): boolean =>
  edits.some(({ by, writers }) => by === person || writers?.includes(person) === true)

const isByAuthor = (edits: readonly AuthoredEdit[], { by, tokenMinters }: Review): boolean =>
  [by, ...tokenMinters].some((person) => isAuthor(edits, person))

/** An approval ends with a later request for changes by the same person, a request for changes with either verdict. */
const isTakenBack = (review: Review, later: readonly Review[]): boolean =>
  later.some(
    ({ by, verdict }) =>
      by === review.by &&
      (verdict === 'request-changes' || (verdict === 'approve' && review.verdict === 'request-changes')),
  )

const people = (reviews: readonly Review[]): string[] => [...new Set(reviews.map(({ by }) => by))]
