import type { JobStarted } from '@/contracts/job'
import type { StartReplay } from '@/contracts/replay'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { lockChangeRequest } from '../change-requests/load-change-request'
import { headOf } from '../change-requests/open-request'
import { readEdits } from '../change-requests/read-edits'
import { requireOpen } from '../change-requests/require-transition'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { askForReplay } from './ask-for-replay'

/** Judges recorded traffic by a change request, once more where it has been already, or by edits on the newest version. */
export const startReplay = (
  ctx: Context,
  input: { readonly plan: string } & StartReplay,
): Promise<JobStarted> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'propose')
    if ('changeRequest' in input) {
      const { request, edits } = await lockChangeRequest(stores, {
        plan: input.plan,
        number: input.changeRequest,
      })
      requireOpen(request.status)
      if (edits.length === 0)
        fail({ code: 'wrong-state', detail: 'The request holds no edits.', status: request.status })
      await stores.replays.forget(request.id)
      return { jobId: await askForReplay(ctx, stores, request, edits) }
    }
    const plan = await findPlan(stores, input.plan)
    const baseVersion = headOf(plan)
    const edits = readEdits(await stores.rules.ofVersion(plan.id, baseVersion), input.edits)
    const jobId = await stores.jobs.add({
      kind: 'replay',
      payload: { planId: plan.id, baseVersion, edits },
      subject: null,
      singleKey: `replay:${plan.id}:${baseVersion}:${requestFingerprint(edits)}`,
      requestedBy: ctx.actor.personId,
    })
    return { jobId }
  })
