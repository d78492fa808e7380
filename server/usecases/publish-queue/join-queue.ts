import type { PublishChangeRequest } from '@/contracts/change-request'
import type { JobStarted } from '@/contracts/job'
import { gatesBeforeWaiting, outsideWindow } from '@/domain/review/publish-gates'
import { placeAfter } from '@/domain/review/publish-queue'
import type { AskedPublish } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { personOf } from '../authorize'
import { isUnfinished } from '../change-requests/add-publish-job'
import { keepRequest } from '../change-requests/keep-request'
import type { RequestFacts } from '../change-requests/request-facts'
import { requestSubject } from '../change-requests/request-subject'
import { requireTransition } from '../change-requests/require-transition'
import { settleStatus } from '../change-requests/settle-status'
import { requireWayThrough } from '../change-requests/way-through'
import { fail } from '../fail'
import { behindWhom } from './plan-queue'
import { wakeNext } from './wake-next'

type Ask = Pick<PublishChangeRequest, 'bypass'> & {
  /** Null: as soon as its turn comes. */
  readonly at: string | null
}

/**
 * Has a publish wait for its hour or its turn, or gives one that waits another hour. All gates are asked that time does
 * not settle by itself; when its turn comes, all of them are asked. The plan is locked.
 */
export const joinQueue = async (
  ctx: Context,
  stores: Stores,
  facts: RequestFacts,
  { at, bypass: asked }: Ask,
): Promise<JobStarted> => {
  const { request, queue } = facts
  const { waiting } = request
  const isWaiting = waiting !== null && (await isUnfinished(stores, waiting.jobId))
  if (isWaiting && waiting.at === at) return { jobId: waiting.jobId }

  requireGoingOn(facts, at)
  const bypass = requireWayThrough(ctx.actor, facts, gatesAt(facts, at), asked)
  requireTransition(settleStatus(request.status, facts.standing), bypass === null ? 'publish' : 'bypass')
  const jobId = isWaiting ? waiting.jobId : await addJob(ctx, stores, facts, at)
  if (isWaiting) await stores.jobs.reschedule(jobId, at ?? ctx.now())
  const next: AskedPublish = {
    jobId,
    at,
    since: placeAfter(queue.waiting, ctx.now()),
    by: personOf(ctx.actor),
    byName: ctx.actor.name,
    tokenId: ctx.actor.kind === 'token' ? ctx.actor.tokenId : null,
    bypass: bypass && { reason: bypass.reason },
  }
  const others = queue.waiting.filter(({ id }) => id !== request.id)
  const behind = behindWhom({ ...queue, waiting: [...others, request] }, request.id)
  await keepRequest(ctx, stores, facts, {
    set: { waiting: next, publishError: null },
    action: at === null ? 'publish-queued' : 'publish-scheduled',
    details: {
      jobId,
      ...(at === null ? { behind: behind?.number ?? null } : { at }),
      ...(bypass === null ? {} : { bypass }),
    },
  })
  // One that leaves its place for an hour to come lets the one behind it go on.
  await wakeNext(ctx, stores, facts.plan)
  return { jobId }
}

/** The gates that the hour does not settle; whether the plan may be published is asked for the hour itself. */
const gatesAt = ({ gates, terms }: RequestFacts, at: string | null) => {
  const standing = gatesBeforeWaiting(gates)
  if (at === null) return standing
  return [...standing.filter(({ code }) => code !== 'outside-window'), ...outsideWindow({ terms, now: at })]
}

/** Nobody joins a queue that waits for a person; the hour of one that is scheduled may come after that. */
const requireGoingOn = ({ queue: { underWay }, request }: RequestFacts, at: string | null): void => {
  if (at !== null || !underWay?.halted) return
  const what = underWay.number === null ? 'Another publish' : `Change request ${underWay.number}`
  fail({
    code: 'wrong-state',
    detail: `${what} stopped half-way to Segment. It has to be resumed or given up before the next publish.`,
    status: request.status,
  })
}

const addJob = (ctx: Context, stores: Stores, { plan, request }: RequestFacts, at: string | null) =>
  stores.jobs.add({
    kind: 'publish',
    payload: { planId: plan.id, number: request.number },
    subject: requestSubject(plan.id, request.number),
    requestedBy: ctx.actor.personId,
    ...(at === null ? {} : { runAt: at }),
  })
