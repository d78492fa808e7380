import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { writerKey } from '../publishing/segment-target'
import { requestSubject } from './request-subject'

/** Adds the job that writes a request to Segment. Fails with `wrong-state` while another job writes to the plan. */
export const addPublishJob = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  number: number,
): Promise<string> => {
  const singleKey = writerKey(plan.id)
  if ((await stores.jobs.unfinished(singleKey)) !== null)
    fail({
      code: 'wrong-state',
      detail: 'Something else is being written to this plan in Segment. Try again when it is done.',
      status: 'busy',
    })
  return stores.jobs.add({
    kind: 'publish',
    payload: { planId: plan.id, number },
    subject: requestSubject(plan.id, number),
    singleKey,
    requestedBy: ctx.actor.personId,
  })
}

export const isUnfinished = async (stores: Stores, jobId: string | null): Promise<boolean> => {
  const job = jobId === null ? null : await stores.jobs.find(jobId)
  return job?.status === 'queued' || job?.status === 'running'
}
