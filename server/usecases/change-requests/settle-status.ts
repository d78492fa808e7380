import type { ReviewStanding } from '@/domain/review/approval'
import type { ChangeRequestStatus, ReviewVerdict } from '@/domain/review/change-request'
import { isReviewable, transition } from '@/domain/review/transition'

/**
 * Where a request in review stands after its edits or reviews changed: approved while no approval is missing, back
 * in review when one lapsed. A verdict says which one it was, since only a request for changes sends it back.
 */
export const settleStatus = (
  status: ChangeRequestStatus,
  standing: ReviewStanding,
  verdict?: ReviewVerdict,
): ChangeRequestStatus => {
  if (!isReviewable(status)) return status
  const asksForChanges = verdict === 'request-changes' && standing.changesRequestedBy.length > 0
  const step = standing.complete ? 'approve' : asksForChanges ? 'request-changes' : 'lapse'
  return transition(status, step) ?? status
}
