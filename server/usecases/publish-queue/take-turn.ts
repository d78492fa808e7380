import type { ConflictView } from '@/contracts/change-request'
import { namedRules } from '@/domain/review/named-rules'
import { gatesBeforeWaiting, openingOf } from '@/domain/review/publish-gates'
import { isDue } from '@/domain/review/publish-queue'
import { isBypassable } from '@/domain/review/review-gates'
import type { AskedPublish, StoredEdit } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { carryToHead } from '../change-requests/carry-to-head'
import { claimPublish } from '../change-requests/claim-publish'
import { isBehind } from '../change-requests/head-of-plan'
import {
  asSkimmed,
  type LoadedRequest,
  lockPlan,
  lockRequestOf,
} from '../change-requests/load-change-request'
import { mayBypass } from '../change-requests/may-bypass'
import type { PublishRun } from '../change-requests/publish-run'
import { factsOf, type RequestFacts, surroundingsIn } from '../change-requests/request-facts'
import { writerKey } from '../publishing/segment-target'
import { askerOf } from './asker'
import { planQueue } from './plan-queue'
import { type Reason, stopWaiting } from './stop-waiting'

/** `begun`: the version is written, and the job has to bring it to Segment. `over`: somebody else had the last word. */
export type Turn =
  | { readonly kind: 'begun' }
  | { readonly kind: 'waits' }
  /** Nothing that is known stands in the way: look at what Segment holds, and take the turn again. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'over' }
  | { readonly kind: 'stopped'; readonly reason: Reason }

/** Whoever is before it wakes it; this is for the case that nobody does. */
const lookAgainMs = 60_000
/** Checks, and the end of the job before. */
const shortlyMs = 1_000

/**
 * What a publish that waits does when it is run: nothing before its hour and its turn; then it is brought to head,
 * waits for its checks, has every gate asked for who wanted it, and begins. One step in one transaction, which also
 * puts the job back into the queue where something is still to come, so that a stop anywhere loses nothing and begins
 * nothing twice.
 */
export const takeTurn = (ctx: Context, run: PublishRun, look: Look): Promise<Turn> =>
  ctx.transaction(async (stores) => {
    const plan = await lockPlan(stores, run.planId)
    const loaded = await lockRequestOf(stores, plan, run.number)
    const { waiting } = loaded.request
    if (waiting?.jobId !== run.jobId) return { kind: 'over' }
    const step =
      (await untilTurn(ctx, stores, loaded, waiting)) ?? (await towards(ctx, stores, loaded, waiting))
    if ('begin' in step) {
      if (!look.hasLooked) return { kind: 'ready' }
      await begin(ctx, stores, step.begin, waiting)
      return { kind: 'begun' }
    }
    if ('stop' in step) {
      await stopWaiting(ctx, stores, loaded, step.stop)
      return { kind: 'stopped', reason: step.stop }
    }
    await stores.jobs.waitUntil(run.jobId, step.waitUntil)
    return { kind: 'waits' }
  })

type Look = { readonly hasLooked: boolean }

type Step =
  | { readonly waitUntil: string }
  | { readonly stop: Reason }
  | { readonly begin: RequestFacts<StoredEdit> }

const after = (ctx: Context, ms: number): Step => ({
  waitUntil: new Date(Date.parse(ctx.now()) + ms).toISOString(),
})

/** Null once its hour and its turn have come. */
const untilTurn = async (
  ctx: Context,
  stores: Stores,
  { plan, request }: LoadedRequest,
  waiting: AskedPublish,
): Promise<Step | null> => {
  if (waiting.at !== null && !isDue(waiting, ctx.now())) return { waitUntil: waiting.at }
  const { underWay, waiting: queue } = await planQueue(ctx, stores, plan)
  if (queue[0]?.id !== request.id || underWay?.halted) return after(ctx, lookAgainMs)
  if (underWay === null) return null
  // The version is live, so only the end of its job is still to come.
  return after(ctx, plan.headVersion === plan.liveVersion ? shortlyMs : lookAgainMs)
}

/** The next thing to do in its turn. */
const towards = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
  waiting: AskedPublish,
): Promise<Step> => {
  const { plan, request } = loaded
  if (isBehind(plan, request)) {
    const conflicts = await carryToHead(ctx, stores, loaded)
    return conflicts.length === 0 ? after(ctx, 0) : { stop: conflicted(conflicts) }
  }
  const facts = await factsOf(asSkimmed(loaded), await surroundingsIn(ctx, stores))
  const hindered = await hindrance(ctx, stores, facts, waiting)
  if (hindered !== null) return hindered
  if (facts.gates.some(({ code }) => code === 'checks-running')) return after(ctx, shortlyMs)
  return { begin: facts }
}

/**
 * What stands in the way: where the plan is closed and opens again it is waited for, and what does not go by itself
 * stops it; null where nothing does.
 */
const hindrance = async (
  ctx: Context,
  stores: Stores,
  { gates, terms, request }: RequestFacts,
  waiting: AskedPublish,
): Promise<Step | null> => {
  const asker = await askerOf(stores, waiting, ctx.now())
  if (asker === null || !isAllowed(asker, 'publish'))
    return { stop: { code: 'not-allowed', message: `${waiting.byName} may not publish any more.` } }
  const standing = gatesBeforeWaiting(gates)
  if (standing.length === 0) return null
  const opens = waiting.bypass === null ? openingOf(standing) : null
  if (opens !== null) return { waitUntil: opens }
  if (waiting.bypass !== null && isBypassable(standing) && mayBypass(asker, terms.policy, request.status))
    return null
  return { stop: { code: 'blocked', message: standing.map(({ message }) => message).join(' ') } }
}

const conflicted = (conflicts: readonly ConflictView[]): Reason => ({
  code: 'conflicted',
  message: `${namedRules(conflicts.map(({ rule }) => rule))} changed in the plan as well, at the same place.`,
})

const begin = async (
  ctx: Context,
  stores: Stores,
  facts: RequestFacts<StoredEdit>,
  waiting: AskedPublish,
) => {
  const passed = gatesBeforeWaiting(facts.gates).map(({ message }) => message)
  await stores.jobs.takeKey(waiting.jobId, writerKey(facts.plan.id))
  await claimPublish(ctx, stores, facts, {
    jobId: waiting.jobId,
    by: waiting.byName,
    askedBy: waiting.byName,
    bypass: waiting.bypass && passed.length > 0 ? { ...waiting.bypass, gates: passed } : null,
  })
}
