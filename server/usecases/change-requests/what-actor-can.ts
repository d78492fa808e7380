import type { ChangeRequestView } from '@/contracts/change-request'
import { isAuthor } from '@/domain/review/approval'
import { isOpen, isReviewable, transition } from '@/domain/review/transition'
import type { Actor } from '@/server/ports/context'
import { isAllowed } from '../authorize'
import { isAskedByReview } from '../conversation/open-mentions'
import { takesWords } from '../conversation/require-talkable'
import { isAllowedOn } from './authorize-request'
import { isBehind } from './head-of-plan'
import type { RequestFacts } from './request-facts'
import { waysToPublish } from './ways-to-publish'

/** What a screen offers the actor now. The use cases ask the same questions again. */
export const whatActorCan = (
  actor: Actor,
  facts: RequestFacts,
  isJobUnfinished: boolean,
): ChangeRequestView['can'] => {
  const { plan, request, edits, terms } = facts
  const { status } = request
  const open = isOpen(status)
  const mayReview = isReviewable(status) && isAllowed(actor, 'review')
  const isOwn = !terms.policy.authorsMayApprove && actor.personId !== null && isAuthor(edits, actor.personId)
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
    update: open && isBehind(plan, request) && isAllowedOn(actor, 'edit', request),
    review: mayReview && !isOwn,
    approve: mayReview && !isOwn,
    ...waysToPublish(actor, facts),
    resume: (failed || stalled) && isAllowed(actor, 'resume-publish'),
    revert: status === 'published' && isAllowed(actor, 'propose'),
    ...whatActorCanSay(actor, facts),
    abandon: failed && isAllowed(actor, 'abandon-publish'),
  }
}

const whatActorCanSay = (
  actor: Actor,
  { request, reviews, mentionable }: RequestFacts,
): Pick<ChangeRequestView['can'], 'comment' | 'answer'> => {
  if (!takesWords(request.status)) return { comment: false, answer: false }
  const comment = isAllowed(actor, 'comment')
  const isAsked = actor.personId !== null && isAskedByReview({ reviews }, actor.personId, mentionable)
  return { comment, answer: comment || (isAsked && isAllowed(actor, 'answer')) }
}
