import { isWaitingFor, reviewStanding } from '@/domain/review/approval'
import { asksForTexts } from '@/domain/review/demand'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Actor } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { mentionsOpenly } from '../conversation/open-mentions'
import type { Surroundings } from './request-facts'

/**
 * Somebody else's edits that the actor can approve and that still need it; or words that ask for an answer. Every
 * screen shows how many there are, so nothing else is judged, and texts are read only where the policy goes by them.
 */
const waitsForActor = async (
  stores: Stores,
  actor: Actor,
  around: Surroundings,
  request: ChangeRequest & { readonly plan: Plan },
): Promise<boolean> => {
  const { personId } = actor
  if (personId === null) return false
  const reviews = await stores.changeRequests.reviews(request.id)
  if (request.status === 'in-review' && isAllowed(actor, 'review')) {
    const { plan } = request
    const { policy } = await around.policy(plan)
    const read = asksForTexts(policy) ? stores.changeRequests.keptEdits : stores.changeRequests.editMarks
    const edits = await read(request.id)
    const terms = await around.terms({ plan, request, edits })
    if (isWaitingFor(reviewStanding(edits, reviews, around.approvers, terms), terms, personId)) return true
  }
  const threads = await stores.comments.threads(request.id)
  return mentionsOpenly({ request, reviews, threads }, personId, around.mentionable)
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
