import { isWaitingFor, isWaitingUntouched, reviewStanding } from '@/domain/review/approval'
import { asksForTexts, asksOfEveryEdit } from '@/domain/review/demand'
import type { ChangeRequest, StoredReview } from '@/server/ports/change-request-store'
import type { Actor } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { mentionsOpenly } from '../conversation/open-mentions'
import type { Surroundings } from './request-facts'

type RequestOfPlan = ChangeRequest & { readonly plan: Plan }

/**
 * Somebody else's edits that the actor can approve and that still need it; or words that ask for an answer. Every
 * screen shows how many there are, so nothing else is judged.
 */
const waitsForActor = async (
  stores: Stores,
  actor: Actor,
  around: Surroundings,
  request: RequestOfPlan,
): Promise<boolean> => {
  const { personId } = actor
  if (personId === null) return false
  const reviews = await stores.changeRequests.reviews(request.id)
  const mayNeedThem = request.status === 'in-review' && isAllowed(actor, 'review')
  if (mayNeedThem && (await needsApprovalOf(stores, personId, around, request, reviews))) return true
  const threads = await stores.comments.threads(request.id)
  return mentionsOpenly({ request, reviews, threads }, personId, around.mentionable)
}

/** Edits are read only once somebody has given a verdict, and their texts only where the policy goes by them. */
const needsApprovalOf = async (
  stores: Stores,
  person: string,
  around: Surroundings,
  request: RequestOfPlan,
  reviews: readonly StoredReview[],
): Promise<boolean> => {
  const { plan, id } = request
  const { approvers } = around
  const { policy } = await around.policy(plan)
  if (asksOfEveryEdit(policy) && reviews.every(({ verdict }) => verdict === 'comment'))
    return isWaitingUntouched(policy, approvers, person, await stores.changeRequests.authorship(id, person))
  const read = asksForTexts(policy) ? stores.changeRequests.keptEdits : stores.changeRequests.editMarks
  const edits = await read(id)
  const terms = await around.terms({ plan, request, edits })
  return isWaitingFor(reviewStanding(edits, reviews, approvers, terms), terms, person)
}

/** Those of the requests that wait for the actor, in their order. */
export const waitingForActor = async (
  stores: Stores,
  actor: Actor,
  around: Surroundings,
  requests: readonly ChangeRequest[],
): Promise<readonly ChangeRequest[]> => {
  const plans = new Map((await stores.plans.list()).map((plan) => [plan.id, plan]))
  const waiting: ChangeRequest[] = []
  for (const request of requests) {
    const plan = plans.get(request.planId)
    if (plan && (await waitsForActor(stores, actor, around, { ...request, plan }))) waiting.push(request)
  }
  return waiting
}
