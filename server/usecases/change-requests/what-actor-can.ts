import type { ChangeRequestView } from '@/contracts/change-request'
import { isAuthor } from '@/domain/review/approval'
import { isOpen, isReviewable, transition } from '@/domain/review/transition'
import type { Actor } from '@/server/ports/context'
import { isAllowed } from '../authorize'
import { takesWords } from '../conversation/require-talkable'
import { isAllowedOn } from './authorize-request'
import type { RequestFacts } from './request-facts'

/** What a screen offers the actor now. The use cases ask the same questions again. */
export const whatActorCan = (
  actor: Actor,
  { plan, request, edits, gates }: RequestFacts,
  isJobUnfinished: boolean,
): ChangeRequestView['can'] => {
  const { status } = request
  const open = isOpen(status)
  const mayReview = isReviewable(status) && isAllowed(actor, 'review')
  const isOwn = actor.personId !== null && isAuthor(edits, actor.personId)
  const failed = status === 'publish-failed' && !isJobUnfinished
  // The job gave up after its last attempt, and nobody told the request.
  const stalled = status === 'publishing' && !isJobUnfinished
  return {
    edit: open && isAllowedOn(actor, 'edit', request),
    submit:
      transition(status, 'submit') !== null && edits.length > 0 && isAllowedOn(actor, 'submit', request),
    withdraw: transition(status, 'withdraw') !== null && isAllowedOn(actor, 'withdraw', request),
    close: transition(status, 'close') !== null && isAllowedOn(actor, 'close', request),
    reopen: transition(status, 'reopen') !== null && isAllowedOn(actor, 'close', request),
    update: open && request.baseVersion !== plan.headVersion && isAllowedOn(actor, 'edit', request),
    review: mayReview && !isOwn,
    approve: mayReview && !isOwn,
    publish:
      transition(status, 'publish') !== null &&
      gates.length === 0 &&
      plan.headVersion === plan.liveVersion &&
      isAllowed(actor, 'publish'),
    resume: (failed || stalled) && isAllowed(actor, 'resume-publish'),
    revert: status === 'published' && isAllowed(actor, 'propose'),
    comment: takesWords(status) && isAllowed(actor, 'comment'),
    abandon: failed && isAllowed(actor, 'abandon-publish'),
  }
}
