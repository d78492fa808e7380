import type { ImpactView } from '@/contracts/replay'
import { touchedCalls } from '@/domain/replay/touched-calls'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import { isOpen } from '@/domain/review/transition'
import type { Context } from '@/server/ports/context'
import { authorize, isAllowed } from '../authorize'
import { loadChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { knownChecks } from '../checks/known-checks'
import { isCurrentReplay, replayKey } from './ask-for-replay'
import { skippedReplay } from './replay-check'
import { touchedNames } from './touched-names'

/** What a change request does to recorded traffic, as far as it is known. */
export const readImpact = (ctx: Context, name: RequestName): Promise<ImpactView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const loaded = await loadChangeRequest(stores, name)
    const { request, edits } = loaded
    const fingerprint = requestFingerprint(edits)
    const checks = await knownChecks(stores, ctx.judge.engine, loaded, fingerprint)
    const check = checks.find((one) => one.name === 'replay') ?? skippedReplay('')
    const stored = await stores.replays.find(request.id)
    const open = isOpen(request.status)
    const stands =
      stored !== null && (!open || isCurrentReplay(stored, ctx.judge.engine, request, fingerprint))
    const jobId = await stores.jobs.unfinished(replayKey(request, fingerprint))
    const job = jobId === null ? null : await stores.jobs.find(jobId)
    const mayRun = open && edits.length > 0 && isAllowed(ctx.actor, 'propose')
    return {
      check,
      at: stands ? stored.at : null,
      result: stands ? await stores.replays.result(request.id) : null,
      job: job && { id: job.id, status: job.status, progress: job.progress },
      recorded:
        edits.length === 0
          ? { kept: 0, received: 0 }
          : await totals(stores, request.planId, touchedNames(touchedCalls(edits))),
      can: { run: mayRun && job === null, cancel: mayRun && job !== null },
    }
  })

const totals = async (
  { traffic }: Parameters<Parameters<Context['transaction']>[0]>[0],
  planId: string,
  events: ReturnType<typeof touchedNames>,
) => {
  const { kept, received } = await traffic.totals(planId, { events })
  return { kept, received: Math.round(received) }
}
