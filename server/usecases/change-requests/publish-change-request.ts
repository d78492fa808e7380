import type { PublishChangeRequest } from '@/contracts/change-request'
import type { JobStarted } from '@/contracts/job'
import { isBypassable } from '@/domain/review/review-gates'
import type { Actor, Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { untilChecked } from '../checks/until-checked'
import { fail } from '../fail'
import { stepsOf } from '../publishing/edit-steps'
import { addPublishJob, isUnfinished } from './add-publish-job'
import { keepRequest } from './keep-request'
import { lockPlan, lockRequestOf, type RequestName } from './load-change-request'
import { mayBypass } from './may-bypass'
import { factsOf, type RequestFacts, surroundingsIn } from './request-facts'
import { requireTransition } from './require-transition'
import { settleStatus } from './settle-status'

/**
 * Claims the publish, in one transaction: locks the plan, asks every gate again, writes the next version and adds the
 * job that brings Segment to it. Pressed twice, it gives the same job. Checks that are being made are waited for, a
 * few seconds. `bypass` goes past what the policy asks for and past nothing else. Fails with `blocked` and the gates, or with `wrong-state` while something else is being written to the
 * plan.
 */
export const publishChangeRequest = async (
  ctx: Context,
  input: RequestName & PublishChangeRequest,
  { patienceMs = 10_000 } = {},
): Promise<JobStarted> => {
  authorize(ctx.actor, 'publish')
  await untilChecked(ctx, input, patienceMs)
  return ctx.transaction((stores) => claim(ctx, stores, input))
}

const claim = async (
  ctx: Context,
  stores: Stores,
  input: RequestName & PublishChangeRequest,
): Promise<JobStarted> => {
  const plan = await lockPlan(stores, input.plan)
  const loaded = await lockRequestOf(stores, plan, input.number)
  const { request, edits } = loaded
  if (request.status === 'publishing' && request.jobId !== null) {
    if (await isUnfinished(stores, request.jobId)) return { jobId: request.jobId }
    fail({
      code: 'wrong-state',
      detail: 'The publish stopped half-way. Resume it.',
      status: request.status,
    })
  }
  if (input.at !== undefined && input.at > ctx.now())
    fail({ code: 'not-supported-yet', detail: 'Publishing at a set time comes later; publish now.' })

  const facts = await factsOf(loaded, await surroundingsIn(ctx, stores))
  const bypass = requireWayThrough(ctx.actor, facts, input.bypass)
  // The policy, a role or a group may have changed since the status was last settled.
  const settled = settleStatus(request.status, facts.standing)
  const status = requireTransition(settled, bypass === null ? 'publish' : 'bypass')
  await requireQuiet(stores, plan, request.status)

  const version = request.baseVersion + 1
  await stores.rules.writeVersion(plan.id, {
    version,
    at: ctx.now(),
    by: ctx.actor.name,
    note: request.title,
    changeRequest: request.number,
    steps: stepsOf(edits),
  })
  const jobId = await addPublishJob(ctx, stores, plan, request.number)
  await keepRequest(ctx, stores, loaded, {
    set: { status, publishedVersion: version, jobId, publishError: null },
    action: 'publish-started',
    details: { version, jobId, edits: edits.length, ...(bypass === null ? {} : { bypass }) },
  })
  return { jobId }
}

type Bypass = { readonly reason: string; readonly gates: readonly string[] }

/** Null where no gate stands; else what is passed over and why, for whoever may. Fails with `blocked` otherwise. */
const requireWayThrough = (
  actor: Actor,
  { gates, terms, request }: RequestFacts,
  asked: PublishChangeRequest['bypass'],
): Bypass | null => {
  if (gates.length === 0) return null
  if (asked === undefined || !isBypassable(gates))
    return fail({ code: 'blocked', detail: gates.map(({ message }) => message).join(' '), gates })
  if (!mayBypass(actor, terms.policy, request.status))
    return fail({
      code: 'not-allowed',
      detail: `Publishing without the approvals takes the role ${terms.policy.bypassRoles.join(' or ')}, and a request in review.`,
    })
  return { reason: asked.reason, gates: gates.map(({ message }) => message) }
}

/** One publish of a plan at a time: the newest version has to be live before the next one is written. */
const requireQuiet = async (stores: Stores, plan: Plan, status: string): Promise<void> => {
  const { headVersion, liveVersion } = plan
  if (headVersion === null || headVersion === liveVersion) return
  const head = await stores.plans.version(plan.id, headVersion)
  const other = head?.changeRequest ?? null
  const what = other === null ? `Version ${headVersion}` : `Change request ${other}`
  fail({
    code: 'wrong-state',
    detail: `${what} is on its way to Segment. It has to arrive, or be given up, before the next publish.`,
    status,
  })
}
