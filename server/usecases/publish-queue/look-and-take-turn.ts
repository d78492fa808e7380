import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import { lockPlan, lockRequestOf } from '../change-requests/load-change-request'
import type { PublishRun } from '../change-requests/publish-run'
import { syncPlan } from '../plans/sync-plan'
import { type Reason, stopWaiting } from './stop-waiting'
import { type Turn, takeTurn } from './take-turn'

/** How a turn ends. */
type Ended =
  | Exclude<Turn, { readonly kind: 'ready' }>
  | { readonly kind: 'retry'; readonly retry: Extract<JobRunEnd, { readonly retry: unknown }>['retry'] }

/**
 * Takes the turn of a publish that waits. Right before it begins the plan is read from Segment, so that what somebody
 * changed there since is drift, which stops it, and not a publish that stops half-way.
 */
export const lookAndTakeTurn = async (ctx: Context, run: PublishRun): Promise<Ended> => {
  const turn = await takeTurn(ctx, run, { hasLooked: false })
  if (turn.kind !== 'ready') return turn
  const looked = await syncPlan(ctx, { planId: run.planId, progress: async () => {} })
  if ('retry' in looked) return { kind: 'retry', retry: looked.retry }
  if ('failed' in looked) return stopped(ctx, run, looked.failed)
  const begun = await takeTurn(ctx, run, { hasLooked: true })
  if (begun.kind === 'ready') throw new Error('A publish that has looked begins or does not.')
  return begun
}

const stopped = (ctx: Context, run: PublishRun, reason: Reason): Promise<Ended> =>
  ctx.transaction(async (stores) => {
    const plan = await lockPlan(stores, run.planId)
    const loaded = await lockRequestOf(stores, plan, run.number)
    if (loaded.request.waiting?.jobId !== run.jobId) return { kind: 'over' }
    await stopWaiting(ctx, stores, loaded, reason)
    return { kind: 'stopped', reason }
  })
