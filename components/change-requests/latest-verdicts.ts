import type { ApprovalView } from '@/contracts/change-request'

/** The last verdict of each person, or their last comment where they gave none; newest person first. */
export const latestVerdicts = (reviews: readonly ApprovalView[]): readonly ApprovalView[] => {
  const inOrder = [...reviews].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  const byPerson = new Map<string, ApprovalView>()
  for (const review of inOrder) {
    const former = byPerson.get(review.by)
    if (former && former.verdict !== 'comment' && review.verdict === 'comment') continue
    byPerson.delete(review.by)
    byPerson.set(review.by, review)
  }
  return [...byPerson.values()].reverse()
}
