import type { ApprovalView } from '@/contracts/change-request'
import { ruleKey } from '@/domain/plan/rule-id'

/** Where a person stands: `rules` are those that they approve of as they are. */
export type PersonVerdict = ApprovalView & { readonly rules: number }

/**
 * The verdict of each person that says most about where they stand, newest person first: a request for changes that
 * stands before what they approved besides it, either before a comment, else the last one.
 */
export const latestVerdicts = (reviews: readonly ApprovalView[]): readonly PersonVerdict[] => {
  const inOrder = [...reviews].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  const byPerson = new Map<string, ApprovalView>()
  for (const review of inOrder) {
    const former = byPerson.get(review.by)
    if (former && weight(former) > weight(review)) continue
    byPerson.delete(review.by)
    byPerson.set(review.by, review)
  }
  return [...byPerson.values()]
    .reverse()
    .map((review) => ({ ...review, rules: approvedBy(review.by, reviews).size }))
}

const weight = ({ verdict, stale }: ApprovalView): number => {
  if (verdict === 'comment') return 0
  return verdict === 'request-changes' && !stale ? 2 : 1
}

/** Whoever decides on the edits group by group has approved of what all their approvals together still cover. */
const approvedBy = (person: string, reviews: readonly ApprovalView[]): ReadonlySet<string> =>
  new Set(
    reviews
      .filter(({ by, verdict, stale }) => by === person && verdict === 'approve' && !stale)
      .flatMap(({ covers }) => covers.map(ruleKey)),
  )
