import type { JobView } from '@/contracts/job'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { loadChangeRequest } from '../change-requests/load-change-request'
import { requestOfSubject } from '../change-requests/request-subject'
import { fail } from '../fail'
import { skippedReplay } from '../replay/replay-check'

/** Calls off a job that only looks. One that runs ends at its next step. */
export const cancelJob = (ctx: Context, { id }: { readonly id: string }): Promise<JobView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'propose')
    const job = (await stores.jobs.find(id)) ?? fail({ code: 'not-found', what: 'job' })
    if (job.kind !== 'replay')
      fail({ code: 'wrong-state', detail: 'Only a replay can be called off.', status: job.status })
    if (job.status === 'queued' || job.status === 'running') {
      await stores.jobs.cancel(id, ctx.now())
      await noteOnRequest(ctx, stores, job)
    }
    return (await stores.jobs.find(id)) ?? fail({ code: 'not-found', what: 'job' })
  })

const noteOnRequest = async (ctx: Context, stores: Stores, { subject }: JobView): Promise<void> => {
  const name = subject === null ? null : requestOfSubject(subject)
  if (name === null) return
  const { request, edits } = await loadChangeRequest(stores, name)
  await stores.replays.keep(request.id, {
    check: skippedReplay(`It was called off by ${ctx.actor.name}.`),
    fingerprint: requestFingerprint(edits),
    baseVersion: request.baseVersion,
    engine: ctx.judge.engine,
    at: ctx.now(),
    result: null,
  })
}
