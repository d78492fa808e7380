import type { Json } from '@/domain/plan/json'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'
import {
  type LoadedRequest,
  loadChangeRequest,
  lockChangeRequest,
} from '../change-requests/load-change-request'
import { isCurrentReplay } from './ask-for-replay'
import { replayCheck } from './replay-check'
import { type ReplayEnd, replayEdits } from './replay-edits'

type ReplayRun = Pick<JobRun<'replay'>, 'id' | 'payload' | 'progress' | 'signal' | 'lastAttempt'>

/**
 * The job `replay`: judges recorded traffic by a proposal, and keeps what it comes to where that is a change request
 * which still holds the same edits.
 */
export const runReplay = async (ctx: Context, run: ReplayRun): Promise<JobRunEnd> => {
  const { payload } = run
  if ('edits' in payload) return endOf(await replayEdits(ctx, payload, watched(ctx, run)))
  const loaded = await ctx.transaction((stores) =>
    loadChangeRequest(stores, { plan: payload.planId, number: payload.number }),
  )
  if (loaded.edits.length === 0) return { done: null }
  const { planId, baseVersion } = loaded.request
  try {
    const end = await replayEdits(ctx, { planId, baseVersion, edits: loaded.edits }, watched(ctx, run))
    if (end.is !== 'called-off') await keep(ctx, loaded, end)
    return endOf(end)
  } catch (error) {
    // Nobody runs it again by itself, so people are told, with the way out.
    if (run.lastAttempt && !run.signal.aborted) await keep(ctx, loaded, null)
    throw error
  }
}

const watched = (ctx: Context, { id, progress, signal }: ReplayRun) => ({
  progress,
  signal,
  isCalledOff: async () => (await ctx.transaction(({ jobs }) => jobs.find(id)))?.status === 'cancelled',
})

const endOf = (end: ReplayEnd): JobRunEnd => {
  if (end.is === 'judged') return { done: end.result as unknown as Json }
  if (end.is === 'not-judged') return { failed: { code: 'not-judged', message: end.reason } }
  return { done: null }
}

const keep = (
  ctx: Context,
  { request, edits }: LoadedRequest,
  end: Exclude<ReplayEnd, { readonly is: 'called-off' }> | null,
): Promise<void> =>
  ctx.transaction(async (stores) => {
    const now = await lockChangeRequest(stores, { plan: request.planId, number: request.number })
    const fingerprint = requestFingerprint(edits)
    const stamp = { fingerprint, baseVersion: request.baseVersion, engine: ctx.judge.engine }
    if (!isCurrentReplay(stamp, ctx.judge.engine, now.request, requestFingerprint(now.edits))) return
    await stores.replays.keep(request.id, {
      ...stamp,
      check:
        end === null
          ? {
              name: 'replay',
              status: 'failed',
              reason: 'Something went wrong again and again; the log has it.',
              findings: [],
            }
          : replayCheck(end),
      at: ctx.now(),
      result: end?.is === 'judged' ? end.result : null,
    })
  })
