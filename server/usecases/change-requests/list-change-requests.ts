import {
  ChangeRequestStatus,
  type ChangeRequestSummary,
  type ListChangeRequests,
} from '@/contracts/change-request'
import type { Listing } from '@/contracts/listing'
import type { ChangeRequestStatus as Status } from '@/domain/review/change-request'
import type { ChangeRequest, ChangeRequestQuery } from '@/server/ports/change-request-store'
import type { Actor, Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { authorize, isAllowed } from '../authorize'
import { mentionableIn } from '../conversation/open-mentions'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { summaryOfFacts } from './change-request-view'
import { factsOf, type RequestFacts, type Surroundings, surroundingsIn } from './request-facts'
import { skimmed } from './skim-change-request'
import { waitingForActor } from './waits-for-actor'

/**
 * Newest first. `status` takes several, separated by commas; `author` an id, an address, a name that one person has,
 * or `me`. With `waitingForMe` a page may be shorter than its limit: it leaves out what the actor cannot or need not
 * review.
 */
export const listChangeRequests = (
  ctx: Context,
  input: { readonly plan?: string } & ListChangeRequests,
): Promise<Listing<ChangeRequestSummary>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const person = ctx.actor.personId
    const isWaiting = input.waitingForMe === true
    const query = await queryOf(ctx, stores, input)
    if (query === null || (isWaiting && person === null)) return { data: [], nextCursor: null }
    const { requests, nextCursor } = await stores.changeRequests.page(query)
    const around = await surroundingsIn(ctx, stores)
    const shown = isWaiting ? await waitingForActor(stores, ctx.actor, around, requests) : requests
    const judged = await judgeAll(ctx, stores, around, shown)
    return { data: judged.map((facts) => summaryOfFacts(ctx.actor, facts)), nextCursor }
  })

/** Null when nothing can match: nobody is called as the author is. */
const queryOf = async (
  ctx: Context,
  stores: Stores,
  input: { readonly plan?: string } & ListChangeRequests,
): Promise<ChangeRequestQuery | null> => {
  const plan = input.plan === undefined ? null : await findPlan(stores, input.plan)
  const authorId = input.author === undefined ? undefined : await personNamed(ctx, stores, input.author)
  if (authorId === null) return null
  const statuses = statusesIn(input.status)
  const which =
    input.waitingForMe === true
      ? await mayWaitFor(stores, ctx.actor)
      : statuses === undefined
        ? {}
        : { statuses }
  return {
    limit: input.limit,
    ...(plan === null ? {} : { planId: plan.id }),
    ...which,
    ...(authorId === undefined ? {} : { authorId }),
    ...(input.q === undefined ? {} : { search: input.q }),
    ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
  }
}

const judgeAll = async (
  ctx: Context,
  stores: Stores,
  around: Surroundings,
  requests: readonly ChangeRequest[],
): Promise<RequestFacts[]> => {
  const plans = new Map<string, Plan>((await stores.plans.list()).map((plan) => [plan.id, plan]))
  const judged: RequestFacts[] = []
  for (const request of requests) {
    const plan = plans.get(request.planId)
    if (plan === undefined) continue
    judged.push(await factsOf(await skimmed(ctx, stores, plan, request), around))
  }
  return judged
}

/** Which requests to judge for that: those in review for whoever reviews, and those that name the actor. */
export const mayWaitFor = async (
  stores: Stores,
  actor: Actor,
): Promise<Pick<ChangeRequestQuery, 'statuses' | 'orNaming'>> => {
  const names = [...(await mentionableIn(stores))].filter(([, person]) => person === actor.personId)
  return {
    statuses: isAllowed(actor, 'review') ? ['in-review'] : [],
    orNaming: names.map(([name]) => `@${name}`),
  }
}

const statusesIn = (text: string | undefined): readonly Status[] | undefined => {
  if (text === undefined || text === '') return undefined
  return text.split(',').map((word) => {
    const parsed = ChangeRequestStatus.safeParse(word.trim())
    return parsed.success
      ? parsed.data
      : fail({
          code: 'invalid-input',
          fields: [{ path: 'status', message: `"${word}" is no status of a change request.` }],
        })
  })
}

/** Null when nobody is called that. */
const personNamed = async (ctx: Context, stores: Stores, author: string): Promise<string | null> => {
  if (author === 'me') return ctx.actor.personId
  if (!author.includes('@')) {
    const named = (await stores.people.list()).filter(({ name }) => name === author)
    return (named.length === 1 && named[0]?.id) || author
  }
  return (await stores.people.findByEmail(author.toLowerCase()))?.id ?? null
}
