import { type Closed, closedAt, type QueueNeighbour, type WaitingTurn } from '@/domain/review/publish-gates'
import { isDue, publishQueue } from '@/domain/review/publish-queue'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { writerKey } from '../publishing/segment-target'

/** What is written to a plan and what waits for it. */
export type PlanQueue = {
  /** What is on its way to Segment, or stopped half-way; null where nothing is. */
  readonly underWay: QueueNeighbour | null
  /** Requests that wait for their turn, the next one first. */
  readonly waiting: readonly ChangeRequest[]
  /** Requests that wait for their hour, the soonest first. */
  readonly scheduled: readonly ChangeRequest[]
  /** Why the plan may not be published at this moment; null where it may. */
  readonly closed: Closed | null
}

export const planQueue = async (ctx: Context, stores: Stores, plan: Plan): Promise<PlanQueue> => {
  const waits = await stores.changeRequests.waiting(plan.id)
  const now = ctx.now()
  const closed = closedAt((await stores.policies.find(plan.id)).policy, now)
  return {
    underWay: await underWay(stores, plan),
    waiting: publishQueue(waits, { now, isClosed: closed !== null }),
    scheduled: waits
      .filter(({ waiting }) => waiting !== null && !isDue(waiting, now))
      .sort((a, b) => hourOf(a) - hourOf(b) || a.number - b.number),
    closed,
  }
}

const hourOf = ({ waiting }: ChangeRequest): number => Date.parse(waiting?.at ?? '')

/** The newest version has to be live, and no other job may write, before the next publish begins. */
const underWay = async (stores: Stores, plan: Plan): Promise<QueueNeighbour | null> => {
  const writer = await stores.jobs.unfinished(writerKey(plan.id))
  const { headVersion, liveVersion } = plan
  const head =
    headVersion === null || headVersion === liveVersion
      ? null
      : await stores.plans.version(plan.id, headVersion)
  if (head === null) return writer === null ? null : { number: null, halted: false }
  return { number: head.changeRequest, halted: writer === null }
}

/** Whom a request waits behind, if it waits for its turn. */
export const behindWhom = ({ underWay: first, waiting }: PlanQueue, id: string): QueueNeighbour | null => {
  const before = waiting[waiting.findIndex((request) => request.id === id) - 1]
  // The head of the queue explains why nobody in it moves.
  if (first?.halted) return first
  return before === undefined ? first : { number: before.number, halted: false }
}

/** When the plan may be published again, for the request whose turn it is and that waits for it; null for all others. */
export const opensFor = ({ underWay: first, waiting, closed }: PlanQueue, id: string): string | null => {
  const [next] = waiting
  const isNext = first === null && next?.id === id && next.waiting?.bypass === null
  return isNext ? (closed?.opens ?? null) : null
}

/** Where a request stands that waits; null for one that does not. */
export const turnOf = (queue: PlanQueue, { id, waiting }: ChangeRequest, now: string): WaitingTurn | null =>
  waiting && {
    at: isDue(waiting, now) ? null : waiting.at,
    byName: waiting.byName,
    behind: behindWhom(queue, id),
    opens: opensFor(queue, id),
  }

/** Whether a publish of the request cannot begin at once: something is on its way to Segment, or waits for it. */
export const isInTheWay = ({ underWay: first, waiting }: PlanQueue, request: ChangeRequest): boolean =>
  request.waiting !== null || first !== null || waiting.length > 0
