import type { PublishChangeRequest } from '@/contracts/change-request'
import type { JobStarted } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { untilChecked } from '../checks/until-checked'
import { fail } from '../fail'
import { joinQueue } from '../publish-queue/join-queue'
import { isInTheWay } from '../publish-queue/plan-queue'
import { addPublishJob, isUnfinished } from './add-publish-job'
import { claimPublish } from './claim-publish'
import { asSkimmed, lockPlan, lockRequestOf, type RequestName } from './load-change-request'
import { factsOf, surroundingsIn } from './request-facts'
import { requireTransition } from './require-transition'
import { settleStatus } from './settle-status'
import { requireWayThrough } from './way-through'

type Publish = RequestName & PublishChangeRequest

/**
 * Claims the publish, in one transaction: locks the plan, asks every gate again, writes the next version and adds the
 * job that brings Segment to it. With `at`, or while something else is on its way to Segment, it waits instead, as the
 * same kind of job. Pressed twice, it gives the same job. Checks that are being made are waited for, a few seconds.
 * `bypass` goes past what the policy asks for and past nothing else. Fails with `blocked` and the gates, with
 * `invalid-input` for an `at` that is too far away, or with `wrong-state` where a publish stopped half-way, of this
 * request or of another one.
 */
export const publishChangeRequest = async (
  ctx: Context,
  input: Publish,
  { patienceMs = 10_000 } = {},
): Promise<JobStarted> => {
  authorize(ctx.actor, 'publish')
  const at = hourIn(ctx, input)
  if (at === null) await untilChecked(ctx, input, patienceMs)
  return ctx.transaction((stores) => publishOrWait(ctx, stores, input, at))
}

const publishOrWait = async (
  ctx: Context,
  stores: Stores,
  input: Publish,
  at: string | null,
): Promise<JobStarted> => {
  const plan = await lockPlan(stores, input.plan)
  const loaded = await lockRequestOf(stores, plan, input.number)
  const { request } = loaded
  if (request.status === 'publishing' && request.jobId !== null) {
    if (await isUnfinished(stores, request.jobId)) return { jobId: request.jobId }
    fail({
      code: 'wrong-state',
      detail: 'The publish stopped half-way. Resume it.',
      status: request.status,
    })
  }
  const facts = await factsOf(asSkimmed(loaded), await surroundingsIn(ctx, stores))
  if (at !== null || isInTheWay(facts.queue, request))
    return joinQueue(ctx, stores, facts, { at, bypass: input.bypass })

  const bypass = requireWayThrough(ctx.actor, facts, facts.gates, input.bypass)
  requireTransition(settleStatus(request.status, facts.standing), bypass === null ? 'publish' : 'bypass')
  const jobId = await addPublishJob(ctx, stores, plan, request.number)
  await claimPublish(ctx, stores, facts, { jobId, by: ctx.actor.name, bypass })
  return { jobId }
}

const furthestMs = 366 * 24 * 3_600_000

/** Null: now. */
const hourIn = (ctx: Context, { at }: Publish): string | null => {
  const ahead = at === undefined ? 0 : Date.parse(at) - Date.parse(ctx.now())
  if (ahead > furthestMs)
    fail({ code: 'invalid-input', fields: [{ path: 'at', message: 'Choose a time within a year.' }] })
  return at === undefined || ahead <= 0 ? null : new Date(at).toISOString()
}
