import type { ChangeRequestStatus } from '@/domain/review/change-request'
import { isOpen, type Transition, transition } from '@/domain/review/transition'
import { fail } from '../fail'

/** Where a transition leads; fails with `wrong-state` when it cannot be made from here. */
export const requireTransition = (status: ChangeRequestStatus, by: Transition): ChangeRequestStatus =>
  transition(status, by) ??
  fail({ code: 'wrong-state', detail: `A request that is ${statusWords[status]} cannot do this.`, status })

/** Edits, reviews and updates belong to open requests. */
export const requireOpen = (status: ChangeRequestStatus): void => {
  if (!isOpen(status))
    fail({
      code: 'wrong-state',
      detail: `The request is ${statusWords[status]}; its edits stay as they are.`,
      status,
    })
}

const statusWords: Readonly<Record<ChangeRequestStatus, string>> = {
  draft: 'a draft',
  'in-review': 'in review',
  'changes-requested': 'waiting for changes',
  approved: 'approved',
  publishing: 'being published',
  published: 'published',
  'publish-failed': 'half-way through a publish that failed',
  closed: 'closed',
}
