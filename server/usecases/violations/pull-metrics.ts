import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { SegmentAnswer, SegmentGateway, SegmentProblem } from '@/server/ports/segment-gateway'
import type { Source } from '@/server/ports/source-store'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentOf } from '../workspaces/segment-of'
import { type MetricsWindow, metricsWindow } from './metrics-window'

/**
 * The job that pulls what Segment itself counted, per hour and event, for every source that follows a plan: events
 * received after validation, and events that Protocols kept out. The first pull goes back seven days; later ones
 * repeat the last hours, which may have been incomplete.
 */
export const pullMetrics = async (
  ctx: Context,
  { workspaceId }: { readonly workspaceId: string },
): Promise<JobRunEnd> => {
  const known = await ctx.transaction(async ({ sources, workspaces }) => {
    const workspace = await workspaces.find(workspaceId)
    if (!workspace) return null
    const governed = (await sources.ofWorkspace(workspaceId)).filter(({ planId }) => planId !== null)
    return { workspace, sources: governed, lastHours: await sources.lastHours(workspaceId) }
  })
  if (!known) return { done: { removed: true } }

  const segment = segmentOf(ctx, known.workspace)
  const withoutBlocked: string[] = []
  // Longest not pulled first, so that a rate limit cannot keep the same ones waiting each time.
  for (const source of [...known.sources].sort(byHour(known.lastHours))) {
    const window = metricsWindow(ctx.now(), known.lastHours[source.id])
    const counts = await readCounts(segment, source.id, window)
    if (!counts.ok) return endOfProblem(counts.problem, known.workspace)
    if (counts.value.blocked === null) withoutBlocked.push(source.id)
    await keepCounts(ctx, source, window, counts.value)
  }
  return { done: { sources: known.sources.length, withoutBlocked } }
}

const byHour =
  (lastHours: Readonly<Record<string, string>>) =>
  (a: Source, b: Source): number =>
    (lastHours[a.id] ?? '') < (lastHours[b.id] ?? '') ? -1 : 1

type Counts = {
  readonly volume: Extract<Awaited<ReturnType<SegmentGateway['eventVolume']>>, { ok: true }>['value']
  readonly blocked: Counts['volume'] | null
}

const readCounts = async (
  segment: SegmentGateway,
  sourceId: string,
  { from, to }: MetricsWindow,
): Promise<SegmentAnswer<Counts>> => {
  const volume = await segment.eventVolume(sourceId, from, to)
  if (!volume.ok) return volume
  const blocked = await segment.blockedEvents(sourceId, from, to)
  if (!blocked.ok && !isNotOffered(blocked.problem)) return blocked
  return { ok: true, value: { volume: volume.value, blocked: blocked.ok ? blocked.value : null } }
}

/** Segment Public API: the delivery overview is beta, and not every workspace or token has it. */
const isNotOffered = ({ kind }: SegmentProblem): boolean =>
  kind === 'not-found' || kind === 'refused' || kind === 'no-protocols' || kind === 'unauthorized'

const keepCounts = (ctx: Context, { workspaceId, id }: Source, window: MetricsWindow, counts: Counts) =>
  ctx.transaction(async ({ sources }) => {
    const isStillThere = (await sources.ofWorkspace(workspaceId)).some((source) => source.id === id)
    if (!isStillThere) return
    await sources.recordHours(workspaceId, id, 'volume', window, counts.volume)
    if (counts.blocked) await sources.recordHours(workspaceId, id, 'blocked', window, counts.blocked)
  })
