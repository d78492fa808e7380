import type { JobView } from '@/contracts/job'
import { scheduled } from '@/domain/review/publish-gates'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { type PlanQueue, planQueue, turnOf } from './plan-queue'

/** The same jobs; a publish that has not begun says for what it waits. */
export const withWaits = async (
  ctx: Context,
  stores: Stores,
  jobs: readonly JobView[],
): Promise<JobView[]> => {
  if (!jobs.some(mayWait)) return [...jobs]
  const waiting = await stores.changeRequests.waiting()
  const byJob = new Map(waiting.map((request) => [request.waiting?.jobId, request]))
  const queues = new Map<string, PlanQueue | null>()
  const found: JobView[] = []
  for (const job of jobs) {
    const request = mayWait(job) ? byJob.get(job.id) : undefined
    if (request === undefined) {
      found.push(job)
      continue
    }
    const { planId } = request
    const queue = queues.get(planId) ?? (await queueOf(ctx, stores, planId))
    queues.set(planId, queue)
    found.push(queue === null ? job : { ...job, waits: waitOf(ctx, queue, request) })
  }
  return found
}

const mayWait = ({ kind, status }: JobView): boolean => kind === 'publish' && status === 'queued'

const queueOf = async (ctx: Context, stores: Stores, planId: string): Promise<PlanQueue | null> => {
  const plan = await stores.plans.find(planId)
  return plan && planQueue(ctx, stores, plan)
}

const waitOf = (ctx: Context, queue: PlanQueue, request: ChangeRequest): JobView['waits'] => {
  const waiting = turnOf(queue, request, ctx.now())
  const [gate] = scheduled({ waiting })
  return (
    gate && {
      plan: request.planId,
      number: request.number,
      reason: gate.message,
      until: gate.until ?? null,
      isScheduled: waiting !== null && waiting.at !== null,
      can: { leave: isAllowed(ctx.actor, 'publish') },
    }
  )
}
