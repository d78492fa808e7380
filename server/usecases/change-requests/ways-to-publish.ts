import type { ChangeRequestView } from '@/contracts/change-request'
import { gatesBeforeWaiting } from '@/domain/review/publish-gates'
import { isBypassable } from '@/domain/review/review-gates'
import { transition } from '@/domain/review/transition'
import type { Actor } from '@/server/ports/context'
import { isAllowed } from '../authorize'
import { isInTheWay } from '../publish-queue/plan-queue'
import { mayBypass } from './may-bypass'
import type { RequestFacts } from './request-facts'
import { settleStatus } from './settle-status'

type Ways = Pick<ChangeRequestView['can'], 'publish' | 'schedule' | 'unschedule' | 'bypass'>

/** How the actor can have a request published: now or as soon as its turn comes, at an hour to come, or past the policy. */
export const waysToPublish = (
  actor: Actor,
  { request, gates, standing, terms, queue }: RequestFacts,
): Ways => {
  const settled = gatesBeforeWaiting(gates)
  // What waits for its turn is brought up to date and checked then.
  const inTheWay = isInTheWay(queue, request) ? settled : gates
  const canJoin = queue.underWay?.halted !== true && queue.waiting.every(({ id }) => id !== request.id)
  const isApproved =
    isAllowed(actor, 'publish') && transition(settleStatus(request.status, standing), 'publish') !== null
  return {
    publish: isApproved && canJoin && inTheWay.length === 0,
    schedule: isApproved && settled.every(({ code }) => code === 'outside-window'),
    unschedule: isAllowed(actor, 'publish') && request.waiting !== null,
    bypass: canJoin && mayBypass(actor, terms.policy, request.status) && isBypassable(inTheWay),
  }
}
