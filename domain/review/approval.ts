import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import type { AuthoredEdit, EditMark, Review, ReviewVerdict } from './change-request'
import type { Demand } from './demand'
import { editFingerprint } from './edit-fingerprint'
import type { Policy, ReviewerGroup } from './policy'
import { type RuleStanding, standingOf } from './policy-standing'

/** What the approvals of a request are held against. */
export type ReviewTerms = {
  readonly policy: Policy
  /** What the policy asks for each edit (`requiredOf`). */
  readonly demands: readonly Demand[]
  /** The groups that the policy names. */
  readonly groups: readonly ReviewerGroup[]
}

export type TouchedRule = RuleStanding & {
  /** What a review that is made now covers. */
  readonly hash: string
}

export type JudgedReview = Review & {
  /** The rules for which the verdict still says something about the edit as it is. */
  readonly held: readonly RuleId[]
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
  /** The people whose approval would count. */
  readonly reviewers: readonly string[]
  /** Every touched rule is approved and nobody's request for changes stands. */
  readonly complete: boolean
}

/**
 * How the reviews stand against the edits as they are now. `approvers` are the people who may review today (stewards
 * and admins). A verdict speaks for the rules that it covers, while base and edit of the rule are what the reviewer saw.
 * On each rule the last word of a person counts: a request for changes takes back what they approved before, and
 * stands until they give another verdict on the rule. Reviews are read in the order of `at`.
 */
export const reviewStanding = (
  edits: readonly (AuthoredEdit | EditMark)[],
  reviews: readonly Review[],
  approvers: ReadonlySet<string>,
  { policy, demands, groups }: ReviewTerms,
): ReviewStanding => {
  const now = new Map(edits.map((edit) => [ruleKey(edit), editFingerprint(edit)]))
  const judged = withHeldRules(reviews, now).map(({ review, held }) => ({
    ...review,
    held,
    counts: approvers.has(review.by) && (policy.authorsMayApprove || !isByAuthor(edits, review)),
    stale: review.verdict !== 'comment' && held.length === 0,
  }))
  const standing = judged.filter(({ counts, stale }) => counts && !stale)
  const approvals = standing
    .filter(({ verdict }) => verdict === 'approve')
    .flatMap(({ held, by }) => held.map((rule) => ({ rule, by })))
  const touched = standingOf(demands, approvals, groups).map((rule) => ({
    ...rule,
    hash: now.get(ruleKey(rule.rule)) ?? '',
  }))
  const missing = touched.filter(({ approved }) => !approved).map(({ rule }) => rule)
  const changesRequestedBy = people(standing.filter(({ verdict }) => verdict === 'request-changes'))
  return {
    touched,
    missing,
    changesRequestedBy,
    reviews: judged,
    reviewers: [...approvers].filter((person) => policy.authorsMayApprove || !isAuthor(edits, person)),
    complete: edits.length > 0 && missing.length === 0 && changesRequestedBy.length === 0,
  }
}

/** Whether a person could approve something that still needs it. */
export const isWaitingFor = (
  { touched, reviewers }: ReviewStanding,
  { groups }: ReviewTerms,
  person: string,
): boolean =>
  reviewers.includes(person) &&
  touched.some(
    ({ approvedBy, lacking, unowned }) =>
      !approvedBy.includes(person) &&
      (lacking > 0 || unowned.some(({ group }) => isMember(groups, group, person))),
  )

/**
 * `isWaitingFor` of edits on which nobody has given a verdict, by a policy that asks for one of every edit
 * (`asksOfEveryEdit`): then it is known without them. `isAuthor` of the person.
 */
export const isWaitingUntouched = (
  { authorsMayApprove }: Policy,
  approvers: ReadonlySet<string>,
  person: string,
  { count, isAuthor }: { readonly count: number; readonly isAuthor: boolean },
): boolean => approvers.has(person) && count > 0 && (authorsMayApprove || !isAuthor)

const isMember = (groups: readonly ReviewerGroup[], group: string, person: string): boolean =>
  groups.some(({ id, members }) => id === group && members.includes(person))

type Writing = Pick<AuthoredEdit, 'by' | 'writers'>

/** Authors are all who wrote an edit of the request; a token speaks for whoever minted it as well. */
export const isAuthor = (edits: readonly Writing[], person: string): boolean =>
  edits.some(({ by, writers }) => by === person || writers?.includes(person) === true)

const isByAuthor = (edits: readonly Writing[], { by, tokenMinters }: Review): boolean =>
  [by, ...tokenMinters].some((person) => isAuthor(edits, person))

type Held = { readonly review: Review; readonly held: readonly RuleId[] }

/**
 * The reviews in their order, each with the rules that it still speaks for. An approval of a rule ends with a later
 * request for changes by the same person, a request for changes with either verdict.
 */
const withHeldRules = (reviews: readonly Review[], now: ReadonlyMap<string, string>): readonly Held[] => {
  const newestFirst = [...reviews].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)).reverse()
  const later: Record<ReviewVerdict, Set<string>> = {
    approve: new Set(),
    'request-changes': new Set(),
    comment: new Set(),
  }
  const found: Held[] = []
  for (const review of newestFirst) {
    const { by, verdict, covers } = review
    const words = covers.map(({ rule, hash }) => ({ rule, hash, word: `${by} ${ruleKey(rule)}` }))
    const isTakenBack = (word: string) =>
      verdict !== 'comment' &&
      (later['request-changes'].has(word) || (verdict === 'request-changes' && later.approve.has(word)))
    const held = words.filter(({ rule, hash, word }) => now.get(ruleKey(rule)) === hash && !isTakenBack(word))
    found.push({ review, held: held.map(({ rule }) => rule) })
    for (const { word } of words) later[verdict].add(word)
  }
  return found.reverse()
}

const people = (reviews: readonly Review[]): string[] => [...new Set(reviews.map(({ by }) => by))]
