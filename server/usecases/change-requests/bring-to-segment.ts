import type { Rule } from '@/domain/plan/rule'
import { rulesHash } from '@/domain/plan/rules-hash'
import { type PublishCounts, publishSummary } from '@/domain/publish/publish-operations'
import { sentCounts } from '@/domain/publish/sent-counts'
import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { Stores } from '@/server/ports/stores'
import { wakeNext } from '../publish-queue/wake-next'
import { carryOut, type Errand } from '../publishing/carry-out'
import { renamesOf } from '../publishing/edit-steps'
import { ignoredBy } from '../publishing/ignored-by'
import type { Pace } from '../publishing/pace'
import { goalOfVersion } from '../publishing/publish-goal'
import { recordHeld } from '../publishing/record-held'
import { segmentTarget } from '../publishing/segment-target'
import { troubleOf } from '../publishing/trouble'
import { noteHeldAround } from '../targets/note-held'
import { recordPromotion } from '../targets/record-promotion'
import { followRequest } from '../violations/follow-request'
import { keepRequest } from './keep-request'
import { type LoadedRequest, loadChangeRequest } from './load-change-request'
import { type PublishRun, recordEnd } from './publish-run'
import { sentOperations } from './sent-operations'

/** Brings Segment from the live version to the one of the request, and records how it ended. */
export const bringToSegment = async (ctx: Context, run: PublishRun, pace: Pace): Promise<JobRunEnd> => {
  const { begun, ...errand } = await ctx.transaction((stores) => errandOf(ctx, stores, run))
  const { version } = begun
  const ended = await carryOut(ctx, { ...errand, pace })
  const trouble = await troubleOf(ctx, errand, ended)
  if (trouble !== null && 'retry' in trouble) return trouble

  const error = trouble?.failed ?? null
  const summary = ended.kind === 'reached' ? await summaryOf(ctx, run, begun, ended.counts) : ''
  await recordEnd(ctx, run, async (stores, loaded) => {
    if ('held' in ended) await recordHeld(ctx, stores, loaded.plan, ended.held)
    if (error === null) await recordLive(ctx, stores, loaded, version)
    const { promotion } = loaded.request
    await keepRequest(ctx, stores, loaded, {
      set: { status: error === null ? 'published' : 'publish-failed', publishError: error },
      action: error === null ? 'publish-succeeded' : 'publish-failed',
      details:
        error === null
          ? {
              version,
              summary,
              ...(promotion === null ? {} : { promoted: promotion.version }),
              ...('held' in ended ? readBack(ended.held) : {}),
            }
          : { version, ...error },
    })
    await wakeNext(ctx, stores, loaded.plan)
  })
  return error === null ? { done: { version, summary } } : { failed: error }
}

/** What the whole publish did: one that an earlier run began is told by its journal. */
const summaryOf = async (
  ctx: Context,
  run: PublishRun,
  { isResumed, before }: BegunPublish,
  counts: PublishCounts,
): Promise<string> =>
  publishSummary(
    isResumed ? sentCounts(await ctx.transaction((stores) => sentOperations(stores, run)), before) : counts,
  )

/** Segment holds the version: what was promoted is, and the violations that waited for it move on. */
const recordLive = async (
  ctx: Context,
  stores: Stores,
  { plan, request }: LoadedRequest,
  version: number,
): Promise<void> => {
  await stores.plans.setLive(plan.id, version)
  await recordPromotion(ctx, stores, request)
  await noteHeldAround(ctx, stores, plan.id)
  await followRequest(ctx, stores, request, { kind: 'published', version })
}

/** What Segment was read to hold in the end, for whoever asks later. */
const readBack = (held: readonly Rule[]) => ({ readBack: { rules: held.length, hash: rulesHash(held) } })

type BegunPublish = {
  readonly version: number
  /** What the target was known to hold when the publish began. */
  readonly before: readonly Rule[]
  /** Whether an earlier run has sent a part of it. */
  readonly isResumed: boolean
}

const errandOf = async (
  ctx: Context,
  stores: Stores,
  run: PublishRun,
): Promise<Omit<Errand, 'pace'> & { readonly begun: BegunPublish }> => {
  const { plan, request, edits } = await loadChangeRequest(stores, { plan: run.planId, number: run.number })
  const { publishedVersion: version } = request
  const { liveVersion } = plan
  if (version === null || liveVersion === null)
    throw new Error(`Change request ${request.number} is being published without a version.`)
  const before = await stores.rules.ofVersion(plan.id, liveVersion)
  const isResumed = (await sentOperations(stores, run)).length > 0
  return {
    begun: { version, before, isResumed },
    jobId: run.jobId,
    target: await segmentTarget(ctx, stores, plan),
    goal: goalOfVersion({
      before,
      wanted: await stores.rules.ofVersion(plan.id, version),
      managed: await stores.rules.managed(plan.id),
      renames: renamesOf(edits),
      ignored: await ignoredBy(ctx, stores, plan, edits),
    }),
  }
}
