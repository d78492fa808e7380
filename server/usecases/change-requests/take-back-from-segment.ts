import type { Rule } from '@/domain/plan/rule'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { publishSummary } from '@/domain/publish/publish-operations'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { wakeNext } from '../publish-queue/wake-next'
import { carryOut, type Errand } from '../publishing/carry-out'
import { invertEdits, renamesOf, stepsOf, touchedBy } from '../publishing/edit-steps'
import type { Pace } from '../publishing/pace'
import { goalOfOwnWork } from '../publishing/publish-goal'
import { recordHeld } from '../publishing/record-held'
import { segmentTarget } from '../publishing/segment-target'
import { troubleOf } from '../publishing/trouble'
import { noteHeldAround } from '../targets/note-held'
import { followRequest } from '../violations/follow-request'
import { keepRequest } from './keep-request'
import { type LoadedRequest, loadChangeRequest } from './load-change-request'
import { type PublishRun, recordEnd } from './publish-run'

/**
 * Takes out of Segment what a failed publish left there, then writes the old content as the next version and closes
 * the request. What somebody else changed in Segment meanwhile stays, and shows as drift.
 */
export const takeBackFromSegment = async (ctx: Context, run: PublishRun, pace: Pace): Promise<JobRunEnd> => {
  const errand = await ctx.transaction((stores) => errandOf(ctx, stores, run))
  const ended = await carryOut(ctx, { ...errand, pace })
  const trouble = await troubleOf(ctx, errand, ended)
  if (trouble !== null && 'retry' in trouble) return trouble

  const error = trouble?.failed ?? null
  const summary = ended.kind === 'reached' ? publishSummary(ended.counts) : ''
  await recordEnd(ctx, run, async (stores, loaded) => {
    if ('held' in ended) await recordHeld(ctx, stores, loaded.plan, ended.held)
    if (error === null) await closeOver(ctx, stores, loaded)
    else
      await keepRequest(ctx, stores, loaded, {
        set: { publishError: error },
        action: 'publish-abandon-failed',
        details: error,
      })
  })
  return error === null ? { done: { summary } } : { failed: error }
}

/** The old content becomes the next version, and is what Segment holds. */
const closeOver = async (ctx: Context, stores: Stores, loaded: LoadedRequest): Promise<void> => {
  const { plan, request, edits } = loaded
  const version = publishedVersionOf(request) + 1
  await stores.rules.writeVersion(plan.id, {
    version,
    at: ctx.now(),
    by: ctx.actor.name,
    note: `Gave up change request ${request.number}: ${request.title}`,
    changeRequest: request.number,
    steps: stepsOf(invertEdits(edits)),
  })
  await stores.plans.setLive(plan.id, version)
  await noteHeldAround(ctx, stores, plan.id)
  await followRequest(ctx, stores, request, { kind: 'closed' })
  await keepRequest(ctx, stores, loaded, {
    set: { status: 'closed', publishedVersion: null, publishError: null },
    action: 'publish-abandoned',
    details: { version },
  })
  await wakeNext(ctx, stores, plan)
}

const errandOf = async (ctx: Context, stores: Stores, run: PublishRun): Promise<Omit<Errand, 'pace'>> => {
  const { plan, request, edits } = await loadChangeRequest(stores, { plan: run.planId, number: run.number })
  const before = await rulesOf(stores, plan, plan.liveVersion)
  const after = await rulesOf(stores, plan, publishedVersionOf(request))
  return {
    jobId: run.jobId,
    target: await segmentTarget(ctx, stores, plan),
    goal: goalOfOwnWork(
      touchedBy(edits).map((rule) => ({
        rule: ruleIdOf(rule),
        wanted: before.get(ruleKey(rule)) ?? null,
        expected: after.get(ruleKey(rule))?.hash ?? null,
      })),
      renamesOf(invertEdits(edits)),
    ),
  }
}

const publishedVersionOf = ({ number, publishedVersion }: ChangeRequest): number => {
  if (publishedVersion === null) throw new Error(`Change request ${number} was never about to be published.`)
  return publishedVersion
}

const rulesOf = async (
  stores: Stores,
  plan: Plan,
  version: number | null,
): Promise<ReadonlyMap<string, Rule>> => {
  const rules = version === null ? [] : await stores.rules.ofVersion(plan.id, version)
  return new Map(rules.map((rule) => [ruleKey(rule), rule]))
}
